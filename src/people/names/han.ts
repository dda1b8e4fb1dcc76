import { FOLLOWING_CHARACTERS } from '../data/followers.ts';
import { COMPOUND_SURNAMES, JAPANESE_SURNAMES, SURNAMES } from '../data/surnames.ts';
import { COMMON_WORDS, isLikeName } from './common-words.ts';
import { firstScore, isHan, onlyScore, secondScore, surnameScore, type NameMatch } from './characters.ts';
import { NOT_IN_TRANSLITERATION } from './transliterated.ts';

const NO_GIVEN_NAME = /^(?:先生|女士|小姐|同学|同志|某+)/;
const PLACE_END = new Set('县市省镇乡村局部厅署厂院校区');
/** What follows 和 in 和男, 和夫, 和也. */
const JAPANESE_GIVEN = new Set('男夫也彦美子久博义幸正宏雄马树人');
/** A name in characters unknown to the tables (a rare given name) is still possible. */
const UNKNOWN = 0.5;
/** Chinese given names are mostly of two characters. */
const SHORT = -1.2;
const LONG = 0.2;
/** What a Japanese surname loses before a common word. */
const COMMON_GIVEN = 6;

/** Chinese and Japanese names of two to five characters that begin at `at`, without regard to what follows. */
export function hanNames(folded: string, at: number): NameMatch[] {
  const found: NameMatch[] = [];
  const add = (length: number, score: number) => {
    for (let i = 0; i < length; i++) if (!isHan(folded[at + i])) return;
    // 县长王强所作的报告: nobody is called 强所.
    if (folded[at + length - 1] === '所') return;
    if (length > 2 && NO_GIVEN_NAME.test(folded.slice(at + 2, at + 4))) return;
    found.push({ start: at, end: at + length, score: score - wordPenalty(folded, at, length), script: 'han' });
  };
  const addJapanese = (family: number) => {
    // 松下|能源 is a firm.
    const word = COMMON_WORDS.has(folded.slice(at + family, at + family + 2)) ? COMMON_GIVEN : 0;
    for (let given = 1; given <= 3; given++) {
      const last = folded[at + family + given - 1] ?? '';
      if (NOT_IN_TRANSLITERATION.has(last) && !(last === '和' && JAPANESE_GIVEN.has(folded[at + family + given] ?? ''))) break;
      add(family + given, 4 - Math.abs(given - 2) - word);
    }
  };
  const one = folded[at]!;
  const two = folded.slice(at, at + 2);
  const given = (from: number): [number, number] => [
    SHORT - (FOLLOWING_CHARACTERS.has(folded[from] ?? '') ? 1.5 : 0) + (onlyScore.get(folded[from] ?? '') ?? UNKNOWN),
    LONG + (firstScore.get(folded[from] ?? '') ?? UNKNOWN) + (secondScore.get(folded[from + 1] ?? '') ?? UNKNOWN),
  ];
  if (SURNAMES.has(one)) {
    const family = surnameScore.get(one) ?? 0;
    const [single, double] = given(at + 1);
    add(2, family + single);
    add(3, family + double);
    // 陈冯富珍: a married name keeps both surnames.
    const second = folded[at + 1] ?? '';
    if (SURNAMES.has(second) && second !== one && !COMMON_WORDS.has(folded.slice(at + 2, at + 4)))
      add(4, family + (surnameScore.get(second) ?? 0) + given(at + 2)[1] - 6);
  }
  if (COMPOUND_SURNAMES.has(two)) {
    const [single, double] = given(at + 2);
    add(3, 4 + single);
    add(4, 4 + double);
  }
  for (const surname of [two, folded.slice(at, at + 3)]) if (JAPANESE_SURNAMES.has(surname)) addJapanese(surname.length);
  return found;
}

/** How much less likely a name is for beginning with, or being, a common word (高度, 时间, 安全). */
function wordPenalty(folded: string, at: number, length: number): number {
  const surname = folded[at]!;
  // 海林市|长汀镇内 has no 汀镇内.
  if (PLACE_END.has(folded[at + length - 1]!) || (length === 3 && PLACE_END.has(folded[at + 1]!))) return 8;
  if (NO_GIVEN_NAME.test(folded.slice(at + 1, at + 3))) return 20;
  const given = folded.slice(at + 1, at + 3);
  if (length === 3 && isLikeName(surname, given)) return 12;
  if (length === 3 && COMMON_WORDS.has(given)) return 3;
  if (isLikeName(surname, folded[at + 1] ?? '')) return length === 2 ? 5 : 1.5;
  return 0;
}
