/**
 * Calls `end` when whoever read our standard output or standard error has gone (`| head -1`, a terminal that was closed). Without a
 * listener Node would end the process in an uncaught `EPIPE`. Other errors of these streams stay what they are.
 */
export function whenOutputCloses(end: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      end();
    });
  }
}
