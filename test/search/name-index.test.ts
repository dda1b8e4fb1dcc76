import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syllables, syllablesOfWord } from '../../src/language/pinyin.ts';
import { toTraditional } from '../../src/language/script.ts';
import { type Named, NameIndex } from '../../src/search/name-index.ts';

const everywhere = (name: string) => ({ syllables: syllablesOfWord(name), starts: [...name].map((_, i) => i) });

function built(names: readonly Named[], fuzzy = true): NameIndex {
  const steps = NameIndex.building(names, everywhere, fuzzy);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const NAMES: Named[] = [
  { name: '雅安市', aliases: ['四川省雅安市'], weight: 3 },
  { name: '洪雅县', aliases: ['四川省眉山市洪雅县'], weight: 9 },
  { name: '重庆市', aliases: ['重庆市'], weight: 2 },
  { name: '延安市', aliases: ['陕西省延安市'], weight: 5 },
  { name: '云南省', aliases: ['云南省'], weight: 7 },
  { name: '云阳县', aliases: ['重庆市云阳县'], weight: 8 },
];
const index = built(NAMES);
const completed = (typed: string) => index.complete(typed, 25).map((place) => NAMES[place]!.name);

describe('a name is completed', () => {
  it.each([
    ['from its beginning, then from inside, whatever their weight', '雅', ['雅安市', '洪雅县']],
    ['by weight among equals', '云', ['云南省', '云阳县'].reverse()],
    ['in the other script', '雲南', ['云南省']],
    ['by what is called so besides, last', '四川', ['洪雅县', '雅安市']],
    ['by two words', '安 雅', ['雅安市']],
    ['by pinyin', 'yaan', ['雅安市']],
    ['by pinyin with blanks and apostrophes', "ya'an", ['雅安市']],
    ['by the reading of the whole name', 'chongqing', ['重庆市']],
    ['by pinyin from inside', 'anshi', ['延安市', '雅安市']],
    ['by initials', 'yas', ['延安市', '雅安市']],
    ['by its sound where the characters are others', '雅按', ['雅安市']],
    ['with a wrong letter where nothing else fits', 'yunnam', ['云南省']],
    ['not at all where nothing is near', '囧囧', []],
    ['not at all by signs', '%$#', []],
  ])('%s: %s', (_, typed, names) => expect(completed(typed)).toEqual(names));

  it('by weight where nothing is typed', () => expect(completed(' ')[0]).toBe('洪雅县'));

  it('without a wrong letter where that is too slow', () => expect(built(NAMES, false).complete('yunnam', 25)).toEqual([]));
});

const character = fc.constantFrom(...'雅安云南省市县重庆洪延ab1 ·');
const names = fc
  .uniqueArray(
    fc
      .array(character, { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('').trim())
      .filter((name) => name !== ''),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((name, weight): Named => ({ name, aliases: [], weight })));

it('any part of a name leads to it, in either script', () => {
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), fc.nat(), (all, which, from, length) => {
      const name = all[which % all.length]!.name;
      const start = from % name.length;
      const part = name.slice(start, start + 1 + (length % (name.length - start)));
      fc.pre(part.trim() !== '' && /\p{Script=Han}/u.test(part));
      for (const typed of [part, toTraditional(part)]) expect(built(all).complete(typed, 25)).toContain(which % all.length);
    }),
    { numRuns: 150 },
  );
});

it('its pinyin from its beginning leads to it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'雅安云南省市县洪延'), { minLength: 1, maxLength: 6 }), fc.nat(), (parts, length) => {
      const name = parts.join('');
      const sound = syllablesOfWord(name).join('');
      expect(built([{ name, aliases: [], weight: 1 }]).complete(sound.slice(0, 1 + (length % sound.length)), 25)).toEqual([0]);
    }),
    { numRuns: 150 },
  );
});

it('what nobody would type breaks nothing, and no more is given than asked for', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: character, maxLength: 10 })),
      fc.integer({ min: 0, max: 4 }),
      (typed, limit) => {
        const places = index.complete(typed, limit);
        expect(places.length).toBeLessThanOrEqual(limit);
        expect(new Set(places).size).toBe(places.length);
      },
    ),
    { numRuns: 400 },
  );
});

it('a syllable stands for each character, read in its word or alone', () => {
  expect(syllablesOfWord('重庆')).toEqual(['chong', 'qing']);
  expect(syllables('旅游')).toEqual(['lv', 'you']);
});
