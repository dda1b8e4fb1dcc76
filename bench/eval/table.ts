/** Prints rows of one shape as a table, numbers to three places. */
export function print(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`);
  const keys = Object.keys(rows[0] ?? {});
  const cell = (value: string | number) => (typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value));
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => cell(row[key]!).length)));
  for (const line of [keys, ...rows.map((row) => keys.map((key) => cell(row[key]!)))]) {
    console.log(`  ${line.map((value, i) => (i === 0 ? value.padEnd(widths[i]!) : value.padStart(widths[i]!))).join('  ')}`);
  }
}
