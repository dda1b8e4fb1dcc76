/** Quotes for those who count: rows that can be read back, and do nothing in a spreadsheet. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { fitRows, toCsv, toJsonLines } from '../../src/command/table.ts';
import { asText } from '../../src/console/as-text.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import type { ExportReply } from '../../src/reply.ts';

type Row = Record<string, string>;
const read = (csv: string): Row[] => parse(csv, { columns: true }) as unknown as Row[];
const lines = (jsonl: string): Row[] =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

describe('a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    [' =1', "' =1"],
    ['\t1', "'\t1"],
    ['\r1', "'\r1"],
    ['\n1', "'\n1"],
    ['1=1', '1=1'],
    ['说"好",\n又说', '说"好",\n又说'],
    ['', ''],
  ])('%j is %j in a cell of CSV', (value, cell) => {
    expect(read(toCsv([{ a: value }]))).toEqual([{ a: cell }]);
    expect(lines(toJsonLines([{ a: value }]))).toEqual([{ a: value }]);
  });

  it('can be read back, whatever is in it, and has no cell that is a formula', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=a', '@', '-', '"', '",\n='));
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 20 }), (rows) => {
        const back = read(toCsv(rows));
        expect(back.map(({ a, b }) => [a, b].map((each) => each!.replace(/^'/, '')))).toEqual(
          rows.map(({ a, b }) => [a, b].map((each) => each.replace(/^'/, ''))),
        );
        for (const row of back) for (const each of Object.values(row)) expect(each).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(lines(toJsonLines(rows))).toEqual(rows);
      }),
    );
  });

  it('ends with a line break of its form, and is empty without rows', () => {
    expect([toCsv([]), toJsonLines([])]).toEqual(['', '']);
    expect(toCsv([{ a: '1' }])).toBe('"a"\r\n"1"\r\n');
    expect(toJsonLines([{ a: '1' }])).toBe('{"a":"1"}\n');
  });

  it('has as many rows as fit', () => {
    const rows = Array.from({ length: 50 }, () => ({ quote: '字'.repeat(100) }));
    expect(fitRows(rows, 20, 1e6)).toHaveLength(20);
    const some = fitRows(rows, 50, 3200);
    expect(some).toHaveLength(10);
    expect(Buffer.byteLength(toJsonLines(some))).toBeLessThanOrEqual(3200);
    expect(fitRows(rows, 50, 10)).toEqual([]);
  });
});

describe('/export', () => {
  let command: Command;
  let library: Library;
  const run = async (options: Record<string, string>): Promise<ExportReply> =>
    (await command.run({ library } as never, options)) as ExportReply;
  beforeAll(async () => {
    command = (await loadCommands()).find(({ name }) => name === 'export')!;
    library = await openLibrary('seeds/');
  });

  it('of words has all passages that the search finds, with where they stand', async () => {
    const { total, exported, csv, jsonl } = await run({ query: '旅游扶贫' });
    const found = await library.search('旅游扶贫', { limit: 100 });
    expect(total).toBe(found.total);
    expect(exported).toBe(found.results.length);
    const rows = lines(jsonl);
    expect(rows.map(({ quote }) => quote)).toEqual(found.results.map(({ quote }) => quote.text));
    expect(rows[0]).toEqual({
      quote: found.results[0]!.quote.text,
      title: found.results[0]!.article.title,
      source: found.results[0]!.article.source ?? '',
      date: found.results[0]!.article.date.iso ?? '',
      date_printed: found.results[0]!.article.date.text,
      date_basis: found.results[0]!.article.date.basis,
      date_of: found.results[0]!.article.published ? 'publication' : 'event',
      article: found.results[0]!.article.id,
      link: found.results[0]!.article.url ?? '',
    });
    expect(read(csv)).toHaveLength(exported);
  });

  it('of a person has what they said, then a sentence of each other article', async () => {
    const official = await library.official('孙咏平');
    const { total, exported, jsonl } = await run({ official: '孙咏平' });
    const rows = lines(jsonl);
    expect(official.official!.statements.length).toBeGreaterThan(0);
    expect(rows.slice(0, official.official!.statements.length).map(({ quote }) => quote)).toEqual(
      official.official!.statements.map(({ text }) => text),
    );
    expect(new Set(rows.map(({ article }) => article)).size).toBe(official.total);
    expect([total, exported]).toEqual([rows.length, rows.length]);
  });

  it('of a place has its articles; of several conditions those that pass them', async () => {
    const region = await library.region('雅安', { limit: 100 });
    expect(lines((await run({ region: '雅安' })).jsonl).map(({ article }) => article)).toEqual(
      region.results.map(({ article }) => article.id),
    );
    const some = await library.latest({ region: '雅安', from: '2020', limit: 100 });
    expect(lines((await run({ region: '雅安', from: '2020' })).jsonl).map(({ article }) => article)).toEqual(
      some.results.map(({ article }) => article.id),
    );
    expect((await run({ from: '2020' })).total).toBe((await library.latest({ from: '2020' })).total);
  });

  it('of nobody has nothing, with whom else it may be', async () => {
    const reply = await run({ official: '孙咏萍' });
    expect(reply).toMatchObject({ total: 0, exported: 0, csv: '', jsonl: '', suggestions: ['孙咏平'] });
    expect(asText(reply, 'zh-CN', false)).toBe('没有找到「孙咏萍」。');
  });

  it('needs to be told of what', async () => {
    await expect(run({})).rejects.toMatchObject({ code: 'missing_option', wording: 'export_what' });
  });

  it('prints its lines in a terminal', async () => {
    const reply = await run({ region: '雅安' });
    expect(`${asText(reply, 'en', false)}\n`).toBe(reply.jsonl);
  });
});
