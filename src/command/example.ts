import { toScript } from '../language/script.ts';
import { type Locale, LOCALES } from '../text/index.ts';
import type { Command, Localised } from './command.ts';

/** The script that a reader writes in; null: as it is printed. */
const SCRIPTS = { 'zh-CN': 'simplified', 'zh-TW': 'traditional', 'en': null } as const;
/** An option's name before its value. */
const OPTION = /(?<=\s)([a-z_]+):(\S*)/g;

/**
 * An example line as each language writes it: the command, its options and their choices by the names they have there, the rest in
 * the reader's script.
 *
 * @param people names that the line may hold: they are converted as names
 * @example exampleInAll('/latest region:沈阳市', latest, [])['zh-TW'] // '/最新 地區:瀋陽市'
 */
export function exampleInAll(example: string, command: Command, people: readonly string[]): Localised {
  return Object.fromEntries(LOCALES.map((locale) => [locale, exampleIn(locale, example, command, people)])) as Record<Locale, string>;
}

function exampleIn(locale: Locale, example: string, { name, names, options }: Command, people: readonly string[]): string {
  const rest = toScript(example.slice(`/${name}`.length), SCRIPTS[locale], people);
  const choice = (key: string | undefined, value: string): string => {
    const option = key === undefined ? undefined : options[key];
    // The English names are for reading; what is typed is the value.
    return option?.kind === 'choice' && locale !== 'en'
      ? (option.choices.find((each) => each.value === value)?.names[locale] ?? value)
      : value;
  };
  const named = rest.replace(OPTION, (whole, key: string, value: string) =>
    options[key] ? `${options[key].names[locale]}:${choice(key, value)}` : whole,
  );
  // A bare word is the first option's.
  return `/${names[locale]}${named.replace(/^ (\S+)$/, (_, bare: string) => ` ${choice(Object.keys(options)[0], bare)}`)}`;
}
