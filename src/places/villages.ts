import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const FOLDER = new URL('./data/villages/', import.meta.url);

/**
 * Villages and neighbourhoods by town. A province is unpacked when one of its towns is first asked for, and kept as
 * bytes: as strings and objects the 620 thousand names would take hundreds of megabytes.
 */
export class Villages {
  readonly #provinces = new Map<string, Buffer>();

  /** Codes and official names (安南村民委员会) of a town's villages; none where the code is no town. */
  of(town: string): [code: string, name: string][] {
    const bytes = this.#province(town.slice(0, 2));
    const key = `\n${town}\t`;
    const at = bytes.indexOf(key);
    if (at < 0) return [];
    const start = at + key.length;
    const packed = bytes.toString('utf8', start, bytes.indexOf('\n', start));
    return packed.split(' ').map((item) => [town + item.slice(0, 3), item.slice(3)]);
  }

  #province(code: string): Buffer {
    let bytes = this.#provinces.get(code);
    if (!bytes) {
      const file = new URL(`${code}.br`, FOLDER);
      bytes = existsSync(file) ? brotliDecompressSync(readFileSync(file)) : Buffer.alloc(0);
      this.#provinces.set(code, bytes);
    }
    return bytes;
  }
}
