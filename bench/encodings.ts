/**
 * `node --import tsx bench/encodings.ts [FOLDER]`: news articles written in every encoding and read back. Right is the
 * same text; refused is told by name; anything else would be mojibake that nobody sees.
 */
import { decode } from '../src/corpus/files/decode.ts';
import { righted } from '../src/corpus/files/mend.ts';
import { Unreadable } from '../src/corpus/refusal.ts';
import { toSimplified, toTraditional } from '../src/language/script.ts';
import { encoders } from './encodings/encode.ts';
import { EvalData } from './eval/data.ts';

const TEXTS = 1000;
const SHORTEST = 200;

const all = new EvalData(process.argv[2] ?? '../shared/eval')
  .articles('news-10k.jsonl.gz')
  .map(({ text }) => text)
  .filter((text) => text.length >= SHORTEST);

/** Lengths at which the text is cut: whole articles, and the shortest that count. */
const CUTS = { whole: Infinity, [`first ${SHORTEST}`]: SHORTEST };

for (const [cut, length] of Object.entries(CUTS)) {
  for (const [script, convert] of [
    ['Simplified', toSimplified],
    ['Traditional', toTraditional],
  ] as const) {
    for (const [name, encode] of Object.entries(encoders())) {
      if (script === 'Simplified' && name === 'Big5') continue;
      const counts = { right: 0, refused: 0, wrong: 0 };
      let tried = 0;
      for (const original of all) {
        // From the second character on in every other text, so that not all begin alike.
        const text = convert(original.slice(tried % 2)).slice(0, length);
        const bytes = encode(text);
        if (bytes === null) continue;
        try {
          counts[righted(decode(bytes).text).text === text ? 'right' : 'wrong']++;
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          counts.refused++;
        }
        if (++tried === TEXTS) break;
      }
      console.log(
        `${cut.padEnd(10)} ${script.padEnd(12)} ${name.padEnd(18)} ${tried} texts: ` +
          `${((100 * counts.right) / tried).toFixed(1)} % right, ${counts.refused} refused, ${counts.wrong} wrong`,
      );
    }
  }
}
