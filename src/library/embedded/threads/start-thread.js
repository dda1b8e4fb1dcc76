/** Where a thread begins: in plain JavaScript, for it has to bring the TypeScript loader that the main thread has from its command line. */
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
