import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { holderByRules } from '../holders/rules.ts';
import type { Spot } from '../holders/spot.ts';
import type { NameMatch } from '../names/characters.ts';
import { candidatesAt, type Candidate } from './candidates.ts';
import { type Around, BUCKETS, featuresOf, featuresOfNobody, wordsAround } from './features.ts';
import { frameOf } from './frame.ts';

/** What could be chosen at a spot, each with its features; the last choice is nobody. */
export interface Choices {
  candidates: Candidate[];
  features: number[][];
  around: Around;
}

/** The candidates of a spot and nobody, as the decider sees them. */
export function choicesAt(spot: Spot, byRules: NameMatch | null): Choices {
  const candidates = candidatesAt(spot);
  const around = wordsAround(spot);
  return {
    candidates,
    around,
    features: [...candidates.map((one) => featuresOf(spot, one, byRules, around)), featuresOfNobody(spot, byRules, around)],
  };
}

let table: Int8Array | undefined;

/** The weights that scripts/learn-names.ts has learned; read once. */
function weights(): Int8Array {
  if (table) return table;
  const file = fileURLToPath(new URL('../data/holder-weights.txt', import.meta.url));
  const bytes = Buffer.from(readFileSync(file, 'utf8').split('\n')[1]!, 'base64');
  table = new Int8Array(bytes.buffer, bytes.byteOffset, BUCKETS);
  return table;
}

/** One unit of the table is a sixteenth of a nat. */
const UNIT = 1 / 16;
/** The rules' answer stands where another has less than this to say for it (nats). */
const DOUBT = 1;
/** So much more before a name that the rules find is denied. */
const DENIAL = 2;

/** So many occurrences elsewhere settle where a name ends. */
const VOTES = 2;

/** Whose title it is: of the candidates on both sides and nobody, the one with the most weight. */
export function holderByWeights(spot: Spot): NameMatch | null {
  const byRules = holderByRules(spot);
  // Neither letters nor names with a blank within were in what the weights were learned from.
  if (byRules && (byRules.script === 'latin' || spot.folded.slice(byRules.start, byRules.end).includes(' '))) return byRules;
  const { candidates, features, around } = choicesAt(spot, byRules);
  if (candidates.length === 0) return null;
  const w = weights();
  const totals = features.map((numbers, i) => {
    let sum = 0;
    for (const number of numbers) sum += w[number]!;
    return sum * UNIT + (byRules === null && candidates[i] ? frameOf(spot, candidates[i], around) : 0);
  });
  const ruled = candidates.findIndex(({ start, end }) => start === byRules?.start && end === byRules.end);
  let best = byRules === null ? candidates.length : ruled;
  const least = best < 0 ? -Infinity : totals[best]! + DOUBT;
  totals.forEach((total, i) => {
    const asked = i === candidates.length && byRules !== null ? DENIAL : 0;
    if (total - asked > least && (best < 0 || total > totals[best]!)) best = i;
  });
  const ranked = candidates[best];
  if (!ranked) return null;
  const chosen = asElsewhere(spot, ranked, candidates);
  const { start, end, latin, han, foreign } = chosen;
  const script = latin ? 'latin' : foreign === null || (han !== null && han > foreign) ? 'han' : 'transliterated';
  return { start, end, score: totals[best]! - totals.at(-1)!, script };
}

/**
 * The same name as the rest of the text writes it: 周楠便 is 周楠 where that stands elsewhere with other words behind it, and
 * 周楠 is 周楠生 where elsewhere, too, 生 always follows.
 */
function asElsewhere(spot: Spot, chosen: Candidate, candidates: readonly Candidate[]): Candidate {
  if (chosen.side !== 'after' || chosen.han === null) return chosen;
  const { recurrence } = spot;
  const own = recurrence.elsewhere(chosen.start, chosen.end);
  const shorter = candidates.find(({ end, side, han }) => side === 'after' && han !== null && end === chosen.end - 1);
  if (shorter && own.times === 0 && recurrence.elsewhere(shorter.start, shorter.end).times >= VOTES) return shorter;
  const longer = candidates.find(({ end, side, han }) => side === 'after' && han !== null && end === chosen.end + 1);
  return longer && own.times >= VOTES && own.same === own.times ? longer : chosen;
}
