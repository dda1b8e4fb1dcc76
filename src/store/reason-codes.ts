/** Why what the bot keeps does not last; each has its words, with what to do, in `src/text` under `store.<code>`, which `tsc` checks. */
export type StoreCode = 'module' | 'damaged' | 'read-only' | 'full' | 'busy' | 'gone' | 'newer' | 'database' | 'unusable';
