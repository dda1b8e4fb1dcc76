/**
 * Text to bytes for the encodings that Node only reads: its decoders turned round.
 *
 * GB18030 is written with its two-byte characters alone (GBK); what has no such form, `null` stands for.
 */
export type Encode = (text: string) => Uint8Array | null;

function tableEncoder(name: 'gb18030' | 'big5'): Encode {
  const decoder = new TextDecoder(name, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  for (let i = 0; i < 128; i++) bytesOf.set(String.fromCharCode(i), [i]);
  // From the end, so that of two forms of a character the first in the table stays.
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      try {
        bytesOf.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
      } catch {
        /* no such character in the table */
      }
    }
  }
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      const known = bytesOf.get(character);
      if (!known) return null;
      bytes.push(...known);
    }
    return new Uint8Array(bytes);
  };
}

const utf16le: Encode = (text) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be: Encode = (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const marked =
  (mark: readonly number[], encode: Encode): Encode =>
  (text) =>
    new Uint8Array([...mark, ...encode(text)!]);
const utf8: Encode = (text) => new TextEncoder().encode(text);

/** GB18030 with its characters of four bytes, found by asking the decoder for all of them in the basic plane. */
function gb18030Encoder(): Encode {
  const gbk = tableEncoder('gb18030');
  const decoder = new TextDecoder('gb18030');
  const fourBytes = new Map<string, readonly number[]>();
  const quads = function* () {
    for (let a = 0x81; a <= 0x84; a++)
      for (let b = 0x30; b <= 0x39; b++) for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) yield [a, b, c, d];
  };
  for (const quad of quads()) fourBytes.set(decoder.decode(new Uint8Array(quad)), quad);
  return (text) => {
    const parts: number[] = [];
    for (const character of text) {
      const bytes = gbk(character) ?? fourBytes.get(character);
      if (!bytes) return null;
      parts.push(...bytes);
    }
    return new Uint8Array(parts);
  };
}

/** Every encoding that a corpus may be in, by name; made when asked for, for the tables take a moment. */
export function encoders(): Readonly<Record<string, Encode>> {
  return {
    'UTF-8': utf8,
    'UTF-8 with BOM': marked([0xef, 0xbb, 0xbf], utf8),
    'UTF-16LE': utf16le,
    'UTF-16LE with BOM': marked([0xff, 0xfe], utf16le),
    'UTF-16BE': utf16be,
    'UTF-16BE with BOM': marked([0xfe, 0xff], utf16be),
    'GB18030': gb18030Encoder(),
    'GBK': tableEncoder('gb18030'),
    'Big5': tableEncoder('big5'),
  };
}
