/** Starts the bot: `npm start`. What happens is in src/discord/lifecycle/run.ts. */
import { loadCommands } from './command/load.ts';
import { run } from './discord/lifecycle/run.ts';
import { openLibrary } from './library.ts';

const status = await run({
  loadCommands,
  openLibrary: ({ corpusDir, cacheDir }, log) => openLibrary(corpusDir, { cacheDir, warm: true, log }),
});
process.exit(status);
