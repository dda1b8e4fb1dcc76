import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from '../command/command.ts';
import { completeLine } from './complete.ts';

const EXIT = new Set(['exit', 'quit', '退出']);
const HELP = new Set(['?', '？']);

export interface Conversation {
  readonly input: Readable;
  /** A terminal. */
  readonly output: Writable;
  readonly commands: readonly Command[];
  /** The first lines that a person sees. */
  readonly greeting: string;
  /** Answers a line as the console contract has it. */
  readonly answer: (line: string) => Promise<void>;
}

/**
 * Talks with a person at a terminal, until they say `exit`, press Ctrl+C or Ctrl+D. Besides the lines of the console contract it knows
 * `help` (in any of its languages), `?` and `exit`; a program that writes lines into the console asks questions with them.
 */
export async function converse({ input, output, commands, greeting, answer }: Conversation): Promise<void> {
  const help = new Set([
    ...HELP,
    ...commands.filter(({ name }) => name === 'help').flatMap(({ name, names }) => [name, ...Object.values(names)]),
  ]);
  const lines = createInterface({ input, output, terminal: true, prompt: '› ', completer: (line: string) => completeLine(line, commands) });
  output.write(`${greeting}\n\n`);
  lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    const word = typed.toLowerCase();
    if (EXIT.has(word)) break;
    if (typed !== '') await answer(help.has(word) ? '/help' : typed);
    lines.prompt();
  }
  lines.close();
}
