/** The filters of a question as a key: the same whatever the order in which they were given. */
export function canonicalFilters(filters: Readonly<Record<string, string | number>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))));
}
