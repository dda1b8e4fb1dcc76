/** The bot's commands in a terminal: see docs/design.md, “The console contract”. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadCommands } from '../command/load.ts';
import { Curator } from '../curation/curator.ts';
import { loadEnvFile, readCluster, readDatabaseUrl, readFolders } from '../config.ts';
import { SegmenterUnavailable } from '../language/segment.ts';
import { openLibrary } from '../library.ts';
import { localeOfEnvironment, text } from '../text/index.ts';
import { whenOutputCloses } from '../operation/output.ts';
import { printable } from '../operation/printable.ts';
import { openStore } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { asText } from './as-text.ts';
import { answerLine } from './answer-line.ts';
import { converse } from './converse.ts';
import { refusalLines, startErrorLines } from './start-lines.ts';

const EXIT = { answered: 0, wrongLine: 1, noCorpus: 2 } as const;
/** A terminal is no server. */
const NOWHERE = { server: null, channel: null, user: null };
const USAGE = 'Usage: npm run --silent console -- [--corpus PATH] [--json] [LINE]';

/** Runs to the end of the input; resolves to the exit status. */
async function main(): Promise<number> {
  let status: number = EXIT.answered;
  let options;
  try {
    options = parseArgs({ options: { corpus: { type: 'string' }, json: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    return EXIT.wrongLine;
  }
  whenOutputCloses(() => process.exit(status));
  loadEnvFile();
  const { corpusDir, dataDir, cacheDir } = readFolders();
  const path = options.values.corpus ?? corpusDir;
  const locale = localeOfEnvironment();
  const commands = await loadCommands();
  // A folder that is named is read, whatever the environment says.
  const cluster = options.values.corpus === undefined ? readCluster() : null;
  const library = await openLibrary(path, { cacheDir, cluster });
  for (const line of refusalLines((await library.status()).rejected, locale)) process.stderr.write(`${printable(line)}\n`);

  // Looking something up must not leave a file behind.
  const store = openStore(dataDir, { create: false, url: readDatabaseUrl() });
  const curator = new Curator({ corpusDir: path, dataDir, store, library });
  const answer = async (line: string) => {
    const reply = await answerLine({ library, store, curator, locale, place: NOWHERE, commands }, line);
    if (!reply.ok) status = EXIT.wrongLine;
    process.stdout.write(printable(options.values.json ? `${JSON.stringify(reply)}\n` : `${asText(reply, locale)}\n\n`));
  };

  if (options.positionals.length > 0) {
    await answer(options.positionals.join(' '));
    return status;
  }
  if (process.stdin.isTTY && !options.values.json) {
    const { articles } = await library.status();
    const greeting = text(locale, 'console.greeting', { articles });
    await converse({ input: process.stdin, output: process.stdout, commands, greeting, answer });
    return status;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') await answer(line);
  }
  return status;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const lines =
      error instanceof UserError
        ? startErrorLines(error, localeOfEnvironment())
        : [error instanceof SegmenterUnavailable ? error.message : String((error as Error)?.stack ?? error)];
    process.stderr.write(`${printable(lines.join('\n'))}\n`);
    process.exitCode = EXIT.noCorpus;
  },
);
