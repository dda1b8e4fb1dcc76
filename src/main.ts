/** Starts the bot: `npm start`. What happens is in src/discord/lifecycle/run.ts. */
import { listenForStop } from './operation/stop.ts';

const order = listenForStop();

let isLoaded = false;

/** Loads the program and runs it. It takes a second to load: a signal meanwhile is an order like any other. */
async function start(): Promise<number> {
  const [{ loadCommands }, { run }, { openLibrary }] = await Promise.all([
    import('./command/load.ts'),
    import('./discord/lifecycle/run.ts'),
    import('./library.ts'),
  ]);
  isLoaded = true;
  return run({
    order,
    loadCommands,
    openLibrary: ({ corpusDir, cacheDir, cluster }, log) => openLibrary(corpusDir, { cacheDir, warm: true, log, cluster }),
  });
}

const running = start();
void order.given.then(() => {
  // Once it runs, it ends by itself.
  if (!isLoaded) process.exit(0);
});
const status = await running;
// Loaded long since: what runs has started them.
const { endThreads } = await import('./library/threads/start.ts');
await endThreads();
process.exit(status);
