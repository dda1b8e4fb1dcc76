import { type Command, defineCommand } from '../src/command/command.ts';
import { exampleInAll } from '../src/command/example.ts';
import { namedRegions } from '../src/command/options.ts';
import type { Library } from '../src/library.ts';
import type { HelpLesson } from '../src/reply.ts';

/** The ones to begin with, in the order in which one would learn them; the others follow. */
const FIRST = ['ask', 'search', 'official', 'region', 'timeline', 'latest', 'article', 'export'];
const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
/** Of the newest articles so many are looked through for one that filters can be shown by. */
const LOOKED_THROUGH = 25;

export default defineCommand({
  name: 'help',
  names: { 'zh-CN': '帮助', 'zh-TW': '說明', 'en': 'help' },
  description: { 'zh-CN': '能做什么，怎么用', 'zh-TW': '能做什麼，怎麼用', 'en': 'What the bot can do, and how' },
  options: {},
  access: 'everyone',
  visibility: 'private',
  example: '/help',
  run: async ({ commands, library, keepsUnanswered = false }) => {
    const people = (await library.suggestOfficials('')).map(({ value }) => value);
    return {
      command: 'help',
      ok: true,
      entries: await Promise.all(
        [...commands]
          .sort((a, b) => place(a.name) - place(b.name))
          .map(async (command) => {
            const { name, names, description, access } = command;
            const subcommands = Object.keys(command.subcommands?.of ?? {});
            const example = (await command.exampleFrom?.(library)) ?? command.example;
            return { name, names, description, example, examples: exampleInAll(example, command, people), subcommands, access };
          }),
      ),
      lessons: [...(await filters(commands, library, people)), ...(await scripts(commands, library, people))],
      keeps_unanswered: keepsUnanswered,
    };
  },
});

/** A place and a year that an article has, so that the example finds it. */
async function filters(commands: readonly Command[], library: Library, people: readonly string[]): Promise<HelpLesson[]> {
  const latest = commands.find(({ name }) => name === 'latest');
  const { results } = await library.latest({ limit: LOOKED_THROUGH });
  const shown = results.find(({ article, regions }) => regions.length > 0 && article.date.iso !== null);
  if (!latest || !shown) return [];
  const example = `/latest region:${shown.regions[0]!.name} from:${shown.article.date.iso!.slice(0, 4)}`;
  return [{ topic: 'filters', examples: exampleInAll(example, latest, people) }];
}

/** Each reader's own script. */
async function scripts(commands: readonly Command[], library: Library, people: readonly string[]): Promise<HelpLesson[]> {
  const search = commands.find(({ name }) => name === 'search');
  const [region] = await namedRegions(library);
  if (!search || !region) return [];
  const example = (script: string) => exampleInAll(`/search query:${region.value} script:${script}`, search, people);
  return [{ topic: 'scripts', examples: { ...example('simplified'), 'zh-TW': example('traditional')['zh-TW'] } }];
}
