import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const HAN = /^\p{Script=Han}+$/u;

/** The words of nodejieba's dictionary (cppjieba, MIT) in Han characters. */
export function dictionary(): { word: string; frequency: number; tag: string }[] {
  const package_ = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  return readFileSync(join(package_, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter((fields) => fields.length === 3 && HAN.test(fields[0]!))
    .map(([word, frequency, tag]) => ({ word: word!, frequency: Number(frequency), tag: tag! }));
}
