/** Where a thread begins: in plain JavaScript, for it has to bring the TypeScript loader that the main thread has from its command line. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData);
