import { taggedWords } from '../../language/segment.ts';
import { COUNTRIES } from '../data/phrases.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../data/surnames.ts';
import { endScore } from './boundary.ts';
import { foreignScore, isHan, type NameMatch } from './characters.ts';

/** Parts of speech (tags of nodejieba) that no name has: times, bodies, idioms, adverbs, pronouns, prepositions, short forms. */
const NEVER = /^(?:t|nt|i|l|ad|vd|d|r|p|c|u|j|f|s|b|y|o|e)$/;
/** Verbs and common nouns may be names too (方明, 金铃), where what follows shows that a name ends there. */
const WORD = /^(?:v|vn|n|nz|a|an|z)$/;
/** What follows must be this clear (see `endScore`) behind a verb or noun, and behind a place (甘泉, 江平). */
const CLEAR_END = 2;
const LIKELY_END = 0.5;
/** Ends of divisions and foreign states: 夏威夷州, 莫斯科市, 武昌区. */
const DIVISION = /[省市县区州旗盟镇乡村邦郡]$/;
/** A place of three characters or more before its own office. */
const PLACE_OF_OFFICE = /..[镇乡县区旗盟]$/;
/** 地 ends what somebody does something like; behind it stands the verb. */
const ADVERB = /..地$/;
const SAYS = /[说讲问答表指强告提要介]/;
/** Ends of bodies and places of work, behind a word of the dictionary: 文书|网, 建材|店. */
const BODY = /[网店站厅局院校厂所社队馆部组处科系会团坊室台场港桥寺庙街路矿]$/;
/** Behind these a verb of saying or punctuation must stand, not 的 or 与, for a name to end. */
const SURE_END = 2.5;
/** Mean of the characters' scores from which on a word of the dictionary is a name from abroad (基廷, 理查德). */
const ABROAD = 0.5;
/** What the names of such bodies begin with. */
const MADE_OF = /^(?:n|ns|nt|nz|v|vn)$/;

/** A stretch that reads as a name, and whether it stands right before its title (希望|法官), where no end speaks for it. */
export interface Doubted extends Pick<NameMatch, 'start' | 'end' | 'script'> {
  before: boolean;
}

/**
 * Whether a stretch that reads as a name by its characters is a country, a place, a body or a common word. Told by the table of
 * countries, the segmenter's dictionary with its parts of speech, the endings of bodies and by what follows; names in Latin
 * letters or with dots are never doubted.
 */
export function isNoName(folded: string, doubted: Doubted): boolean {
  const { start, end, script, before } = doubted;
  const name = folded.slice(start, end);
  if (script === 'latin' || ![...name].every(isHan)) return false;
  if (COUNTRIES.includes(name)) return true;
  // 柳浦镇|副镇长; 高兴地|说.
  if (before ? PLACE_OF_OFFICE.test(name) : ADVERB.test(name) && SAYS.test(folded.slice(end, end + 1))) return true;
  const [first, second, third] = taggedWords(name);
  if (!first || third) return false;
  const ends = before ? -Infinity : endScore(folded, end);
  if (!second) return isWord(name, first.tag, doubted, ends);
  if (second.word.length === 1 && first.word.length > 1) {
    return ends < SURE_END && ((first.tag === 'ns' && DIVISION.test(name)) || (MADE_OF.test(first.tag) && BODY.test(name)));
  }
  // 查|酒驾, 防|溺水: a verb and its object; 戴|建业 ends clearly.
  return script === 'han' && !before && first.tag === 'v' && first.word.length === 1 && WORD.test(second.tag) && ends < LIKELY_END;
}

/** Whether a word of the dictionary is no name, with `tag` as its part of speech. */
function isWord(name: string, tag: string, { script, before }: Doubted, ends: number): boolean {
  if (NEVER.test(tag)) return true;
  if (tag === 'ns') return DIVISION.test(name) || (script === 'han' && name.length === 2 && ends < LIKELY_END);
  if (!WORD.test(tag)) return false;
  const noun = tag === 'n' || tag === 'nz';
  const surname = SURNAMES.has(name[0]!) || COMPOUND_SURNAMES.has(name.slice(0, 2));
  if (script !== 'han' && !(surname && name.length === 3)) return !noun || meanForeign(name) < ABROAD;
  return !surname || (before ? !noun : ends < CLEAR_END);
}

const meanForeign = (name: string): number => [...name].reduce((sum, one) => sum + (foreignScore.get(one) ?? 0), 0) / name.length;
