/** The bot's commands in a terminal: see docs/design.md, “The console contract”. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadCommands } from '../commands.ts';
import { ConfigError, loadEnvFile, readConfig } from '../config.ts';
import { SegmenterUnavailable } from '../language/segment.ts';
import { openLibrary } from '../library.ts';
import { localeOf } from '../text/index.ts';
import { UserError } from '../user-error.ts';
import { asText } from './as-text.ts';
import { answerLine } from './answer-line.ts';

const EXIT = { answered: 0, wrongLine: 1, noCorpus: 2 } as const;
const USAGE = 'Usage: npm run --silent console -- [--corpus PATH] [--json] [LINE]';

/** Runs to the end of the input; resolves to the exit status. */
async function main(): Promise<number> {
  let options;
  try {
    options = parseArgs({ options: { corpus: { type: 'string' }, json: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    return EXIT.wrongLine;
  }
  loadEnvFile();
  const path = options.values.corpus ?? readConfig().corpusDir;
  const locale = localeOf(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? 'zh-CN');
  const commands = await loadCommands();
  const library = await openLibrary(path);
  for (const { file, line, reason } of library.status().rejected) process.stderr.write(`refused: ${file}${line === null ? '' : ` line ${line}`}: ${reason}\n`);

  let status: number = EXIT.answered;
  const answer = async (line: string) => {
    const reply = await answerLine({ library, locale, commands }, line);
    if (!reply.ok) status = EXIT.wrongLine;
    process.stdout.write(options.values.json ? `${JSON.stringify(reply)}\n` : `${asText(reply, locale)}\n\n`);
  };

  if (options.positionals.length > 0) {
    await answer(options.positionals.join(' '));
    return status;
  }
  const prompts = process.stdin.isTTY && !options.values.json;
  const lines = createInterface({ input: process.stdin, ...(prompts ? { output: process.stdout, prompt: '› ' } : {}), crlfDelay: Infinity });
  if (prompts) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await answer(line);
    if (prompts) lines.prompt();
  }
  return status;
}

main().then(
  (status) => { process.exitCode = status; },
  (error: unknown) => {
    const known = error instanceof UserError || error instanceof SegmenterUnavailable || error instanceof ConfigError;
    process.stderr.write(`${known ? error.message : String((error as Error)?.stack ?? error)}\n`);
    process.exitCode = error instanceof ConfigError ? EXIT.wrongLine : EXIT.noCorpus;
  },
);
