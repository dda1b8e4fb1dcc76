/** References to what is quoted: for the one who wants them, ready to paste. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { embedLength } from '../../src/discord/limits.ts';
import { citeView } from '../../src/discord/views/cite.ts';
import { checkMessage } from '../../src/local/validate.ts';
import { FLAG_EPHEMERAL } from '../../src/local/types.ts';
import { LOCALES } from '../../src/text/index.ts';
import { ARTICLE, type FakeLibrary } from './fakes.ts';
import { components, idOf } from './pressing.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';

const ASKER = { id: '300000000000000001', name: '读者' };
const OTHER = { id: '300000000000000002', name: '旁人' };
const CITE = '2c|';

describe('the button below an answer', () => {
  let whole: WholeBot;
  beforeEach(async () => {
    whole = await wholeBot();
  });
  const asked = async (command: string, options: Record<string, string>) =>
    (await whole.discord.slash({ command, options, user: ASKER })).message!;

  it('gives whoever presses it a reference to each quote of the page, alone', async () => {
    const message = await asked('search', { query: '旅游扶贫' });
    await whole.discord.click(message, components(message)[1]!.custom_id, { user: ASKER });
    const { message: cited } = await whole.discord.click(message, idOf(message, CITE), { user: OTHER, locale: 'zh-CN' });
    expect(cited!.id).not.toBe(message.id);
    expect(cited!.flags & FLAG_EPHEMERAL).toBe(FLAG_EPHEMERAL);
    // The second page has the sixth to the tenth.
    expect(cited!.embeds.map(({ title }) => title)).toEqual(['1 · 第5篇', '2 · 第6篇', '3 · 第7篇', '4 · 第8篇', '5 · 第9篇']);
    expect(cited!.embeds[0]!.description).toBe(
      'GB/T 7714\n```text\n第5篇[N]. 雨城区<办公室>, [日期不详].\n```\n' +
        '文字\n```text\n「会议指出，要做好*旅游扶贫*工作。」\n——《第5篇》，雨城区<办公室>，日期不详\n```\n',
    );
    expect(cited!.components).toEqual([]);
  });

  it.each([
    ['ask', { question: '谁？' }, 5],
    ['region', { name: '雅安' }, 2],
    ['official', { name: '孙咏平' }, 3],
    ['latest', {}, 5],
    ['timeline', { name: '雅安' }, 3],
    ['article', { id: 'article-3' }, 1],
  ])('stands once below /%s, in a row with all that can be done with it', async (command, options, count) => {
    const message = await asked(command, options);
    expect(message.components.length).toBeLessThanOrEqual(4);
    expect(components(message).filter(({ custom_id: id }) => id.startsWith(CITE))).toHaveLength(1);
    const { message: cited } = await whole.discord.click(message, idOf(message, CITE), { user: ASKER });
    expect(cited!.embeds).toHaveLength(count);
  });

  it('cites an article at the quote that it was opened at', async () => {
    const message = await asked('search', { query: '旅游扶贫' });
    const menu = components(message).find(({ options }) => options)!;
    const { message: article } = await whole.discord.select(message, menu.custom_id, [menu.options![0]!.value], { user: ASKER });
    const { message: cited } = await whole.discord.click(article!, idOf(article, CITE), { user: ASKER });
    expect(cited!.embeds).toHaveLength(1);
    expect(cited!.embeds[0]!.title).not.toContain('·');
  });

  it('is not there where nothing is quoted', async () => {
    const message = await asked('search', { query: '没有' });
    expect(components(message).filter(({ custom_id: id }) => id.startsWith(CITE))).toEqual([]);
  });

  it('does not cite what has changed since', async () => {
    const message = await asked('search', { query: '旅游扶贫' });
    (whole.parts.library as FakeLibrary).findsOthers = true;
    const { message: told } = await whole.discord.click(message, idOf(message, CITE), { user: ASKER });
    expect(told!.embeds).toEqual([]);
    expect(told!.content).toContain('文章在此之后更新过');
  });

  it('works for a question that is too long for an id', async () => {
    const message = await asked('search', { query: '旅游扶贫'.repeat(60) });
    const { message: cited } = await whole.discord.click(message, idOf(message, CITE), { user: ASKER });
    expect(cited!.embeds).toHaveLength(5);
  });
});

describe('the message', () => {
  const quoted = (length: number, more: object = {}) => ({ article: { ...ARTICLE, ...more }, quote: { text: '`长`。'.repeat(length) } });

  it('has all of them in a file where they do not fit, and shows those that do', () => {
    const five = Array.from({ length: 5 }, (_, at) => quoted(400, { title: `第${at}篇`, url: `https://example.com/${at}` }));
    const { embeds, files, content } = citeView('zh-CN', five, '2026-01-02');
    expect(embeds.length).toBeGreaterThan(0);
    expect(embeds.length).toBeLessThan(5);
    expect(content).toContain('附件');
    expect(files).toHaveLength(1);
    for (let at = 0; at < 5; at++)
      expect(files![0]!.content).toContain(`第${at}篇[EB/OL]. ([日期不详])[2026-01-02]. https://example.com/${at}.`);
    expect(files![0]!.content.match(/「(?:`长`。){400}」/g)).toHaveLength(5);
  });

  it('needs no file where they fit', () => {
    const payload = citeView('en', [quoted(3)], '2026-01-02');
    expect(payload.files).toBeUndefined();
    expect(payload.embeds[0]!.description).toContain('“´长´。´长´。´长´。”');
  });

  it('says where the page disagrees about its day', () => {
    const conflicts = [{ from: 'page' as const, text: '2017年1月1日', iso: '2017-01-01' }];
    const { embeds } = citeView('zh-CN', [quoted(1, { date: { ...ARTICLE.date, conflicts } })], '2026-01-02');
    expect(embeds[0]!.description).toMatch(/-# .*说法不一/);
  });

  it('leads nowhere but to what can be linked', () => {
    const { embeds } = citeView('zh-CN', [quoted(1, { url: 'javascript:alert(1)' })], '2026-01-02');
    expect(embeds[0]!.description).toContain('[N]');
    expect(JSON.stringify(embeds)).not.toContain('javascript');
  });

  it('is one that Discord takes, whatever the articles are', () => {
    const words = fc.string({ unit: 'binary', maxLength: 600 });
    const one = fc.record({ title: words, source: fc.option(words), url: fc.constantFrom(null, 'https://x.y/z'), length: fc.nat(900) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fc.constantFrom(...LOCALES), (several, locale) => {
        const payload = citeView(locale, several.map(({ length, ...more }) => quoted(length, more)), '2026-01-02'); // prettier-ignore
        expect(() => checkMessage({ content: payload.content, embeds: payload.embeds, components: [] })).not.toThrow();
        expect(payload.embeds.reduce((sum, embed) => sum + embedLength(embed), 0)).toBeLessThanOrEqual(6000);
        if (payload.embeds.length < several.length) expect(payload.files).toHaveLength(1);
        // Nothing that is quoted gets out of its block: with the blocks gone, no backtick is left.
        for (const { description } of payload.embeds) expect(description!.replace(/```text\n[^`]*\n```/g, '')).not.toContain('`');
      }),
      { numRuns: 60 },
    );
  });
});
