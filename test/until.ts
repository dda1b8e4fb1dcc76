/** Longest wait in ms: enough for a start on the busiest machine, and an end where what is waited for never comes. */
const LONGEST_MS = 120_000;
const PAUSE_MS = 10;

/**
 * Waits until something has happened that nothing tells of.
 *
 * @param told what an error adds, where it never happens
 * @throws Error after {@link LONGEST_MS}
 */
export async function until(condition: () => boolean | Promise<boolean>, told: () => string = () => ''): Promise<void> {
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > LONGEST_MS) throw new Error(`waited in vain ${told()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
