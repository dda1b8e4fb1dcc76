/** Where a thread begins: in plain JavaScript, for it has to bring the TypeScript loader that the main thread has from its command line. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** @type {{ module: string, end: import('node:worker_threads').MessagePort }} */
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- Node types it as any; the line above says what it is.
const given = workerData;
given.end.on('message', () => process.exit(0));
// Whether there is still something to do is for the module to say.
given.end.unref();
register();
await import(given.module);
