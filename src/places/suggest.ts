import { editDistance } from '../language/edit-distance.ts';
import { atOnce } from '../steps/breather.ts';
import { blurred, syllablesOfWord } from '../language/pinyin.ts';
import type { Gazetteer, NamedRegion } from './gazetteer.ts';
import { bookKey } from './names.ts';
import { isWithin } from './region.ts';
import type { Region } from './region.ts';

/** A name of a province, prefecture or county, and how it sounds. */
interface Sounded extends NamedRegion {
  name: string;
  /** Toneless, unspaced: yaan. */
  sound: string;
  /** As ears and keyboards confuse it: zh is z, n is l, ng is n. */
  loose: string;
}

/**
 * In characters. The longest names of a province, prefecture and county one after the other have 8 + 16 + 15 (divisions.txt): what is
 * longer is a sentence, and spelling it out for each place where it could be cut would take half a second.
 */
const LONGEST_PATH = 40;

/** All names, and by their sound. */
interface SoundedNames {
  all: Sounded[];
  bySound: Map<string, Sounded[]>;
}

const lists = new WeakMap<Gazetteer, SoundedNames>();

/**
 * Regions whose names are nearly `query`, likeliest first: for "did you mean".
 *
 * Homophones (雅按 → 雅安), near homophones, one character more, fewer or other in names of three or more, at the levels
 * of province to county; in a path (四川雅按) the last name may be wrong.
 */
export function suggest(query: string, gazetteer: Gazetteer, limit = 5): Region[] {
  const text = bookKey(query);
  if (text.length < 2 || text.length > LONGEST_PATH) return [];
  const { all, bySound } = sounded(gazetteer);
  // What is typed in pinyin is near to no name as it is written, and a question may be all pinyin.
  if (!/\p{Script=Han}/u.test(text)) return distinct(nearMisses(text, bySound.get(syllablesOfWord(text).join('')) ?? []), gazetteer, limit);
  const ranked = nearMisses(text, all);
  for (let cut = text.length - 2; cut >= 2 && ranked.length === 0; cut--) {
    const holders = gazetteer.names.get(text.slice(0, cut));
    if (!holders) continue;
    const inside = all.filter(({ code }) => holders.some((holder) => isWithin(code, holder.code)));
    ranked.push(...nearMisses(text.slice(cut), inside));
  }
  return distinct(ranked, gazetteer, limit);
}

function sounded(gazetteer: Gazetteer): SoundedNames {
  return lists.get(gazetteer) ?? atOnce(spelling(gazetteer));
}

/** Spells all names in pinyin, in steps; once a gazetteer. */
export function* spelling(gazetteer: Gazetteer): Generator<void, SoundedNames> {
  const known = lists.get(gazetteer);
  if (known) return known;
  const names: SoundedNames = { all: [], bySound: new Map() };
  for (const [name, regions] of gazetteer.names) {
    const syllables = syllablesOfWord(name);
    for (const region of regions) {
      const one = { ...region, name, sound: syllables.join(''), loose: loosen(syllables) };
      names.all.push(one);
      const alike = names.bySound.get(one.sound);
      if (alike) alike.push(one);
      else names.bySound.set(one.sound, [one]);
    }
    yield;
  }
  lists.set(gazetteer, names);
  return names;
}

/** As {@link blurred}, and f with h, which some southern speakers do not tell apart either. */
function loosen(syllables: readonly string[]): string {
  return blurred(syllables.map((syllable) => syllable.replace(/^f/, 'h')));
}

function nearMisses(text: string, list: readonly Sounded[]): Sounded[] {
  const syllables = syllablesOfWord(text);
  const sound = syllables.join('');
  const loose = loosen(syllables);
  return sorted(list, (one) => {
    if (one.name === text) return null;
    if (one.sound === sound) return 0;
    if (one.loose === loose) return 1;
    if (Math.abs(text.length - one.name.length) > 1) return null;
    return Math.max(text.length, one.name.length) > 2 && editDistance(text, one.name, 1) === 1 ? 2 : null;
  });
}

/** Those that have a rank, by rank, then greater levels first, shorter names first, and the code book's order. */
function sorted(list: readonly Sounded[], rank: (one: Sounded) => number | null): Sounded[] {
  const ranked: { one: Sounded; rank: number }[] = [];
  for (const one of list) {
    const found = rank(one);
    if (found !== null) ranked.push({ one, rank: found });
  }
  return ranked
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.one.code.length - b.one.code.length ||
        a.one.name.length - b.one.name.length ||
        (a.one.code < b.one.code ? -1 : 1),
    )
    .map(({ one }) => one);
}

function distinct(list: readonly { code: string }[], gazetteer: Gazetteer, limit: number): Region[] {
  const codes = new Set<string>();
  for (const { code } of list) {
    if (codes.size >= limit) break;
    codes.add(code);
  }
  return [...codes].map((code) => gazetteer.byCode(code)!);
}
