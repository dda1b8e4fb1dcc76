import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoders } from '../../bench/encodings/encode.ts';
import { decode } from '../../src/corpus/files/decode.ts';
import { Unreadable } from '../../src/corpus/refusal.ts';
import { toTraditional } from '../../src/language/script.ts';
import { BODY, LEAD } from './pages.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const encode = encoders();
const gb18030 = (text: string) => encode['GB18030']!(text)!;
const big5 = (text: string) => encode['Big5']!(text)!;

describe('decode', () => {
  it('reads UTF-8', () => {
    expect(decode(utf8(BODY))).toEqual({ text: BODY, encoding: 'utf-8' });
  });

  it('drops a byte-order mark from UTF-8', () => {
    expect(decode(joined(hex('efbbbf'), utf8(BODY)))).toEqual({ text: BODY, encoding: 'utf-8' });
  });

  it.each([
    ['UTF-16LE', 'fffe', utf16le, 'utf-16le'],
    ['UTF-16BE', 'feff', utf16be, 'utf-16be'],
  ] as const)('reads %s with its byte-order mark, and without', (_, mark, encode, encoding) => {
    expect(decode(joined(hex(mark), encode(BODY)))).toEqual({ text: BODY, encoding });
    expect(decode(encode(BODY))).toEqual({ text: BODY, encoding });
  });

  it('reads one sentence of GBK', () => {
    const bytes = hex('bbe1d2e9d2aac7f3b8f7cfd8c2c3d3ceb2bfc3c5d2aab0d1b9a4d7f7d7f7ceaab5b1c7b0d7eeb4f3b5c4c8cecef1a1a3');
    expect(decode(bytes)).toEqual({ text: '会议要求各县旅游部门要把工作作为当前最大的任务。', encoding: 'gb18030' });
  });

  it('reads one sentence of Big5', () => {
    const bytes = hex('b77cc4b3ad6ea844a655bfa4aec8b943b3a1aaf9ad6ea7e2a475a740a740acb0b7edab65b3cca46aaabaa5f4b0c8a143');
    expect(decode(bytes)).toEqual({ text: '會議要求各縣旅遊部門要把工作作為當前最大的任務。', encoding: 'big5' });
  });

  it('reads a character of four bytes in GB18030', () => {
    expect(decode(joined(gb18030(LEAD), hex('9534b235'), gb18030(LEAD))).text).toBe(`${LEAD}𠮷${LEAD}`);
  });

  it('tells GB18030 from Big5 on a whole page, in either script', () => {
    const traditional = toTraditional(BODY);
    expect(decode(gb18030(BODY))).toEqual({ text: BODY, encoding: 'gb18030' });
    expect(decode(gb18030(traditional))).toEqual({ text: traditional, encoding: 'gb18030' });
    expect(decode(big5(traditional))).toEqual({ text: traditional, encoding: 'big5' });
  });

  it('gives back any run of sentences in any encoding, or refuses: never mojibake', () => {
    const clauses = BODY.split(/(?<=[,;。])/).map((clause) => clause.trim());
    const encodings = { utf8, utf16le, utf16be, gb18030, big5 };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<keyof typeof encodings>('utf8', 'utf16le', 'utf16be', 'gb18030', 'big5'),
        (chosen, name) => {
          const text = name === 'big5' ? toTraditional(chosen.join('')) : chosen.join('');
          let decoded: string;
          try {
            decoded = decode(encodings[name](text)).text;
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
            return;
          }
          expect(decoded).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a picture', hex('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de')],
    ['a program', hex('7f454c4602010100000000000000000003003e0001000000')],
    ['control characters that are legal UTF-8', new Uint8Array(400).map((_, i) => (i % 8) + 1)],
    ['Latin-1', joined(utf8('caf'), hex('e9'), utf8(' au lait'))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(Unreadable);
  });

  it.each([
    ['HZ', utf8('~{<:Ky2;4f~} 1995'), 'seven-bits'],
    ['ISO-2022-CN', hex('1b2429410e3d3b3b3b1b2842'), 'seven-bits'],
    [
      'UTF-32',
      joined(hex('fffe0000'), ...[...LEAD].map((character) => new Uint8Array(new Uint32Array([character.codePointAt(0)!]).buffer))),
      'control-characters',
    ],
  ])('refuses %s', (_, bytes, code) => {
    try {
      expect(decode(bytes)).toBe('refused');
    } catch (error) {
      expect((error as Unreadable).refusal).toMatchObject({ code });
    }
  });

  it('keeps French and ASCII art', () => {
    for (const text of ['L’été, où naît l’hôtel de ville à Orléans: «ça va», dit-il, très étonné du résultat.'.repeat(5), '~{ ~} $A (B']) {
      expect(decode(utf8(text)).text).toBe(text);
    }
  });

  it('refuses what begins as UTF-16 and breaks off inside a character', () => {
    expect(() => decode(joined(hex('fffe'), utf16le(BODY), hex('41')))).toThrow(/not valid UTF-16/);
  });

  it('refuses bytes that read as common characters in two tables, and says which', () => {
    // 场常程村 in GBK, 部都最游 in Big5
    expect(() => decode(hex('b3a1b3a3b3ccb4e5'))).toThrow(/could be (gb18030 or big5|big5 or gb18030)/);
  });
});
