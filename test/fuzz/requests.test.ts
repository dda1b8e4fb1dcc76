import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import type { Command } from '../../src/command/command.ts';
import { answerLine } from '../../src/console/answer-line.ts';
import { parseLine } from '../../src/console/parse-line.ts';
import { pressed } from '../../src/discord/incoming/read-press.ts';
import { Curator } from '../../src/curation/curator.ts';
import { openLibrary, type Library } from '../../src/library.ts';
import { openStore } from '../../src/store/store.ts';
import { UserError } from '../../src/user-error.ts';
import { LONG, share, text } from './texts.ts';

describe('nothing breaks by', () => {
  let commands: Command[];
  let library: Library;
  beforeAll(async () => {
    commands = await loadCommands();
    library = await openLibrary('seeds/');
  });
  const name = () => fc.constantFrom(...commands.map((command) => `/${command.name} `), '', '/', '/nothing ');
  const option = fc
    .tuple(
      fc.constantFrom('query', 'question', 'region', 'official', 'from', 'to', 'limit', 'id', 'name', '地区', 'x', ''),
      fc.oneof(text, fc.integer().map(String), fc.constantFrom('2018-05', '2018-13', '雅安', '∞')),
    )
    .map(([key, value]) => ` ${key}:${value}`);
  const lines = () =>
    fc.tuple(name(), text, fc.array(option, { maxLength: 3 })).map(([command, main, options]) => `${command}${main}${options.join('')}`);

  it('lines and options', LONG, () => {
    fc.assert(
      fc.property(lines(), (line) => {
        try {
          parseLine(line, commands);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      share(0.15),
    );
  });

  it('questions', LONG, async () => {
    const store = openStore('/nowhere', { create: false });
    const curator = new Curator({ corpusDir: '/nowhere', dataDir: '/nowhere', store, library });
    // What changes the collection is not for anyone to send.
    const safe = commands.filter(({ access }) => access === 'everyone');
    await fc.assert(
      fc.asyncProperty(lines(), fc.constantFrom('zh-CN' as const, 'zh-TW' as const, 'en' as const), async (line, locale) => {
        const reply = await answerLine(
          { library, store, curator, locale, commands: safe, place: { server: null, channel: null, user: null } },
          line,
        );
        if (!reply.ok) expect(reply.error.code).not.toBe('bug');
        expect(() => JSON.stringify(reply)).not.toThrow();
        if (!reply.ok || !('results' in reply)) return;
        for (const { article, quote } of reply.results) {
          const whole = (await library.article(article.id)).text;
          if (quote.text !== '') expect(whole.slice(quote.start, quote.end)).toBe(quote.text);
        }
      }),
      share(0.03),
    );
  });

  it('ids of buttons and menus, and what is chosen', LONG, () => {
    const byName = new Map(commands.map((command) => [command.name, command]));
    const id = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc
        .tuple(
          fc.constantFrom('2p', '2b', '2j', '2o', '2s', '2g', '2x', '1p', '2'),
          fc.array(
            fc.oneof(
              fc.constantFrom(...commands.map((command) => command.name), 'query=', 'limit#5', 'private?1', '0', '-1', 'lflr', ''),
              fc.string({ maxLength: 10 }),
            ),
            { maxLength: 8 },
          ),
        )
        .map(([head, parts]) => [head, ...parts].join('|')),
    );
    fc.assert(
      fc.property(
        id,
        fc.array(fc.oneof(id, text), { maxLength: 2 }),
        fc.array(id, { maxLength: 3 }),
        text,
        (customId, values, ids, footer) => {
          const press = pressed({ customId, values, ids, embeds: [{ footer: { text: footer } }] }, byName);
          if (press) expect(byName.get(press.question.command.name)).toBe(press.question.command);
        },
      ),
      share(0.2),
    );
  });
});
