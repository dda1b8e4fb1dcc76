import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInside } from '../../src/corpus/files/open-inside.ts';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { parseFile, parsePieces } from '../../src/corpus/parse.ts';
import { BODY } from './pages.ts';
import { tempFolder } from './temp-folder.ts';

describe.skipIf(process.platform === 'win32')('a folder with traps in it', () => {
  it('is read: pipes and devices behind links are refused and never waited for', async () => {
    const folder = await tempFolder({ 'a.txt': BODY });
    execFileSync('mkfifo', [path.join(folder, '.pipe')]);
    await symlink(path.join(folder, '.pipe'), path.join(folder, 'b.txt'));
    await symlink('/dev/zero', path.join(folder, 'c.txt'));
    const { articles, rejected } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(rejected.map(({ file, code }) => [file, code])).toEqual([
      ['b.txt', 'not-a-file'],
      ['c.txt', 'link-outside'],
    ]);
  });
  it('opens nothing that came in the place of what was listed', async () => {
    const [folder, other] = [await tempFolder({ 'a.txt': BODY }), await tempFolder({ 'x.txt': BODY })];
    await symlink(path.join(other, 'x.txt'), path.join(folder, 'b.txt'));
    execFileSync('mkfifo', [path.join(folder, 'c.txt')]);
    expect(await openInside(path.join(folder, 'b.txt'), folder)).toMatchObject({ code: 'link-outside' });
    expect(await openInside(path.join(folder, 'c.txt'), folder)).toMatchObject({ code: 'not-a-file' });
    const handle = await openInside(path.join(folder, 'a.txt'), folder);
    if ('reason' in handle) throw new Error(handle.reason);
    await handle.close();
  });
  it('tells names that do not show, written out', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'b\u001b[2J.txt': BODY, '\u200b.txt': BODY, '\u3000.txt': BODY });
    const { rejected } = await readCorpus(folder);
    expect(rejected.map(({ code }) => code)).toEqual(['name-unshown', 'name-unshown', 'name-unshown']);
    expect(rejected.map(({ file }) => file)).toContain('b\\u001b[2J.txt');
  });
});

it('what a record is called has no control characters', () => {
  const row = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const { articles } = parseFile('a.jsonl', row({ id: 'x\u001b[31m\u202ey', title: '通车\u0007了', source: '青禾\u009b日报', text: BODY }));
  expect(articles[0]).toMatchObject({ id: 'x [31m y', title: '通车 了', source: '青禾 日报' });
  expect(parseFile('a.jsonl', row({ id: '\u200b\u0007', text: BODY })).rejected).toMatchObject([{ code: 'field-id' }]);
});

it('rows that end in carriage returns alone are read, however many', async () => {
  const rows = Array.from({ length: 3000 }, (_, id) => JSON.stringify({ id, text: `${BODY}${'路'.repeat(400)}` })).join('\r');
  let count = 0;
  for await (const one of parsePieces('a.jsonl', [Buffer.from(rows.slice(0, 300_000)), Buffer.from(rows.slice(300_000))]))
    if ('text' in one) count++;
  expect(count).toBe(3000);
});
