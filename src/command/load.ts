import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Command } from './command.ts';
import { LOCALES } from '../text/index.ts';

const FOLDER = fileURLToPath(new URL('../../commands/', import.meta.url));
/** Discord's rule for names of commands and options; lower case is checked apart. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LONGEST_DESCRIPTION = 100;

/**
 * The commands in the folder `commands/`, in the order of their names. The folder is the list: a file there is a
 * command, and one that is not fails the start, by name.
 *
 * @throws {Error} naming the file and what is wrong with it.
 */
export async function loadCommands(folder = FOLDER): Promise<Command[]> {
  const files = (await readdir(folder)).filter((file) => /\.[jt]s$/.test(file)).sort();
  const commands: Command[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(path.join(folder, file)).href)) as { default?: Command };
    const problem = problemWith(module.default, file);
    if (problem) throw new Error(`commands/${file}: ${problem}`);
    commands.push(module.default!);
  }
  return commands;
}

function problemWith(command: Command | undefined, file: string): string | null {
  if (!command?.run) return 'has no default export made by defineCommand';
  if (command.name !== file.replace(/\.[jt]s$/, '')) return `is called “${command.name}”, not as its file`;
  let optional = false;
  for (const [key, part] of [[command.name, command] as const, ...Object.entries(command.options)]) {
    for (const locale of LOCALES) {
      const name = part.names[locale];
      if (!NAME.test(name) || name !== name.toLowerCase()) return `name “${name}” of ${key} (${locale}) breaks Discord's rule`;
      const length = part.description[locale].length;
      if (length === 0 || length > LONGEST_DESCRIPTION)
        return `description of ${key} (${locale}) has ${length} characters; 1 to ${LONGEST_DESCRIPTION}`;
    }
    if (!('kind' in part)) continue;
    if (part.required && optional) return `required option ${key} stands after an optional one`;
    optional ||= !part.required;
  }
  return null;
}
