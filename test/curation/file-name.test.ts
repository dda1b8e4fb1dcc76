import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../src/curation/file-name.ts';

describe('safeFileName', () => {
  it.each(['新闻.txt', '2018年5月 会议（一）.md', 'a-b_c.1.jsonl', 'Ünïcödé.txt', 'новости.txt', '뉴스.md', 'أخبار.txt', '《通知》.txt'])(
    'takes %s',
    (name) => {
      expect(safeFileName(name)).toBe(name.normalize('NFC'));
    },
  );

  it.each([
    '../../x.txt',
    '..\\x.txt',
    '/etc/passwd.txt',
    'C:\\x.txt',
    'a/b.txt',
    'a\0.txt',
    'a\n.txt',
    '.txt',
    '.hidden.txt',
    '..txt',
    'a..txt',
    ' a.txt',
    'a .txt',
    'a..b.txt',
    'con.txt',
    'NUL.md',
    'com1.jsonl',
    'LPT9.x.txt',
    'con .txt',
    'a:b.txt',
    'a*.txt',
    'a?.txt',
    '"a".txt',
    '<a>.txt',
    'a|b.txt',
    '$(rm).txt',
    '`a`.txt',
    "a'b.txt",
    '~a.txt',
    '-a.txt',
    '%2e%2e%2fa.txt',
    '\u202etxt.a.txt',
    'a\u200b.txt',
    'a\u0000b.txt',
    '\u2024\u2024/x.txt',
    '字'.repeat(60) + '.txt',
    'x'.repeat(4000) + '.txt',
    '@everyone.txt',
    '😀.txt',
  ])('refuses %j', (name) => {
    expect(() => safeFileName(name)).toThrow(expect.objectContaining({ name: 'UserError', code: 'bad_file_name' }) as Error);
  });

  it.each(['a.exe', 'a', 'a.txt.zip', 'a.txt/', 'a.txt\0', 'a.txt ', 'x.md\u202e'])(
    'refuses %j as no kind of file that is read',
    (name) => {
      expect(() => safeFileName(name)).toThrow(expect.objectContaining({ code: 'upload_kind' }) as Error);
    },
  );

  it('never lets a name out of its folder, whatever it is', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '\0',
      ':',
      'con',
      'aux',
      '新闻',
      'a',
      ' ',
      '%2e',
      '\u202e',
      '\u2215',
      '\uff0f',
      '\uff0e',
      '~',
      '\n',
      'é',
      'e\u0301',
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(names, fc.constantFrom('.txt', '.md', '.jsonl', ''), (stem, extension) => {
        let name: string;
        try {
          name = safeFileName(stem + extension);
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError' });
          expect((error as Error).message.length).toBeLessThan(300);
          return;
        }
        for (const system of [path.posix, path.win32]) {
          expect(system.basename(name)).toBe(name);
          expect(system.dirname(system.join('/corpus', name))).toBe(system.normalize('/corpus'));
          expect(system.isAbsolute(name)).toBe(false);
        }
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[\p{C}/\\:*?"<>|]|^[. -]|[. ]\.\w+$|\.\./u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
      }),
      { numRuns: 2000 },
    );
  });
});
