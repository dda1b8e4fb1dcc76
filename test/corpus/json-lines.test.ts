import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoders } from '../../bench/encodings/encode.ts';
import { type FileLine, LineCutter } from '../../src/corpus/formats/json-lines.ts';
import { Unreadable } from '../../src/corpus/refusal.ts';
import { toTraditional } from '../../src/language/script.ts';
import { BODY, LEAD, SECOND } from './pages.ts';

const encode = encoders();
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** The lines of these bytes when they come in pieces of `size`. */
function cut(bytes: Uint8Array, size = bytes.length): FileLine[] {
  const cutter = new LineCutter();
  const lines: FileLine[] = [];
  for (let start = 0; start < bytes.length; start += size) lines.push(...cutter.push(bytes.subarray(start, start + size)));
  return [...lines, ...cutter.end()];
}
const texts = (lines: readonly FileLine[]) => lines.map((line) => ('text' in line ? line.text : line.refused.code));

describe('lines of a file', () => {
  it('end in any of the three ways, and keep their numbers', () => {
    expect(cut(utf8('a\nb\r\nc\rd\n\ne'))).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
      { line: 3, text: 'c' },
      { line: 4, text: 'd' },
      { line: 5, text: '' },
      { line: 6, text: 'e' },
    ]);
    expect(cut(utf8('a\n'))).toEqual([{ line: 1, text: 'a' }]);
    expect(cut(new Uint8Array(0))).toEqual([]);
  });

  it.each(Object.keys(encode))('are the same in %s, however the bytes come', (name) => {
    const rows = [LEAD, SECOND, 'GDP 3.5%', '', LEAD.slice(0, 30)].map((text, i) =>
      JSON.stringify({ id: i, text: name === 'Big5' ? toTraditional(text) : text }),
    );
    const bytes = encode[name]!(rows.join('\n'))!;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length + 1 }), (size) => {
        expect(texts(cut(bytes, size))).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it('lose only the one that is broken', () => {
    for (const name of ['UTF-8', 'GB18030']) {
      const line = encode[name]!(`${BODY.replace('\n', '')}\n`)!;
      const broken = joined(line.subarray(0, 20), new Uint8Array([0xff]), line.subarray(20));
      const lines = cut(joined(...Array.from({ length: 20 }, () => line), broken, line));
      expect(lines.filter((one) => !('text' in one))).toMatchObject([{ line: 21, refused: { code: 'line-broken' } }]);
      expect(lines).toHaveLength(22);
      expect(lines[21]).toEqual({ line: 22, text: BODY.replace('\n', '') });
    }
  });

  it('that are longer than any article are passed over, in pieces or whole', () => {
    const long = utf8(`a\n${'长'.repeat(3_000_000)}\nb\n${'c'.repeat(5_000_000)}`);
    const wanted = [
      { line: 1, text: 'a' },
      { line: 2, refused: { code: 'line-too-long' } },
      { line: 3, text: 'b' },
      { line: 4, refused: { code: 'line-too-long' } },
    ];
    for (const size of [100_000, 999_999, long.length]) expect(cut(long, size)).toMatchObject(wanted);
    const wide = encode['UTF-16BE']!(`{}\n${'长'.repeat(3_000_000)}\n{"b":1}`)!;
    expect(texts(cut(wide, 77_777))).toEqual(['{}', 'line-too-long', '{"b":1}']);
  });

  it('of what is no text are refused as a whole', () => {
    const noise = new Uint8Array(4000).map((_, i) => 0x80 + ((i * 37) % 128));
    expect(() => cut(noise)).toThrow(Unreadable);
  });

  it('tell their encoding from the first ones: a later line in another is refused, not misread', () => {
    const head = utf8(`${'{"id":"a"}\n'.repeat(40_000)}`);
    const lines = cut(joined(head, encode['GBK']!(LEAD)!), 300_000);
    expect(lines).toHaveLength(40_001);
    expect(lines.at(-1)).toMatchObject({ line: 40_001, refused: { code: 'line-broken', values: { encoding: 'utf-8' } } });
  });

  it('in a first line longer than what the encoding is told from', () => {
    for (const name of ['UTF-8', 'GB18030', 'UTF-16LE']) {
      const line = `{"text":"${LEAD.repeat(5000)}"}`;
      for (const shift of [0, 1, 2])
        expect(texts(cut(encode[name]!(`${' '.repeat(shift)}${line}`)!, 100_001))).toEqual([`${' '.repeat(shift)}${line}`]);
    }
  });
});
