import type { Context } from '../command/command.ts';
import type { Reply, Script } from '../reply.ts';
import { errorText } from '../text/index.ts';
import { printable } from '../operation/printable.ts';
import { UserError } from '../user-error.ts';
import { parseLine } from './parse-line.ts';

/** Answers one line. Never throws: a {@link UserError} is returned as its explanation, a bug goes to standard error, too. */
export async function answerLine(context: Context, line: string): Promise<Reply> {
  const start = performance.now();
  const failed = (command: string, code: string, message: string, suggestions: readonly string[] = []): Reply => ({
    command,
    ok: false,
    took_ms: Math.round((performance.now() - start) * 10) / 10,
    error: { code, message },
    ...(suggestions.length > 0 ? { suggestions: [...suggestions] } : {}),
  });
  let name = /^\/(\S+)/.exec(line.trim())?.[1] ?? 'ask';
  try {
    const { command, values } = parseLine(line, context.commands);
    name = command.name;
    const reply = await command.run(context, values);
    return values.script === undefined ? reply : { ...reply, script: values.script as Script };
  } catch (error) {
    if (error instanceof UserError) return failed(name, error.code, errorText(context.locale, error), error.suggestions);
    process.stderr.write(`${printable(String((error as Error)?.stack ?? error))}\n`);
    return failed(name, 'bug', `This is a bug in the program: ${String((error as Error)?.message ?? error)}`);
  }
}
