import { fold } from '../language/script.ts';
import { COUNTRIES } from './data/phrases.ts';
import type { Title } from './official.ts';
import { titleHeads, withModifiers, type TitleHead } from './titles/heads.ts';

/** A title in the one form in which titles are compared, whatever is left out or shortened. */
export interface TitleFacts {
  /** 部长, 发言人, 首席执行官. */
  head: string;
  /** What it presides over, without country and noise before it: 外交部, 湖北省丹江口市委; '' where it says nothing. */
  organisation: string;
  /** A country by its name or its letter (俄); null for 中国, which is left out as often as not, and where none is named. */
  country: string | null;
  deputy: boolean;
  former: boolean;
  kind: TitleHead['kind'];
  /** All of it in one string. */
  key: string;
}

/** Offices that are written short with their organisation. */
const SHORT: Readonly<Record<string, [organisation: string, head: string]>> = {
  外长: ['外交部', '部长'],
  防长: ['国防部', '部长'],
  财长: ['财政部', '部长'],
};
/** Letters and long forms of one office, and one word for another. */
const SAME: Readonly<Record<string, string>> = {
  ceo: '首席执行官',
  cfo: '首席财务官',
  coo: '首席运营官',
  cto: '首席技术官',
  cio: '首席信息官',
  主委: '主任委员',
  行政总裁: '首席执行官',
};
/** A head that repeats the end of its organisation, printed once: 财政部长, 丹江口市长. */
const REPEATED = /^[部局厅司署院校馆所社台站队处会市省县区州旗盟镇乡村]长$/;
const DOUBLED = /([省市县区州旗])\1委/g;
const FORMER = /原|前|时任|曾任|候任/;
const LEADING = /^(?:中共|原|前任?|时任|现任|新任|候任|该国|本国|我国)+/;
/** What follows a country's letter: offices and bodies that each country has. */
const OF_A_COUNTRY =
  /^(?:总统|总理|首相|国[王防务会]|外交|防长|外长|财长|议[会长员]|[参众]议|驻|军|空军|海军|陆军|央行|.{2,4}部(?:部|发|新|长|$))/;
const ANY_COUNTRY = new RegExp(`(?<!驻)(?:${['中国', ...COUNTRIES].sort((a, b) => b.length - a.length).join('|')})`, 'g');
const LETTERS = new Set(COUNTRIES.map((country) => country[0]!));

/**
 * The canonical form of a title: `美防长` and `美国国防部部长` are one, as are `外交部发言人` and `中国外交部新闻发言人`, `舒兰市常务副市长`
 * and `舒兰市副市长`.
 */
export function titleFacts(title: Title): TitleFacts {
  const text = fold(title.text).replace(/[\s的·]/g, '');
  const last = titleHeads(text).findLast(({ end }) => end === text.length);
  const at = last?.start ?? Math.max(0, text.length - 2);
  const from = withModifiers(text, at, 0);
  const modifiers = text.slice(from, at);
  const said = text.slice(0, from);
  const [short, long] = SHORT[text.slice(at)] ?? ['', SAME[text.slice(at)] ?? text.slice(at)];
  const head = long.replace(/^副/, '');
  const { country, organisation } = placed((said + short).replace(LEADING, ''));
  const whole = completed(
    organisation === '' && country === null && title.organisation ? inherited(title.organisation) : organisation,
    head,
  );
  const deputy = modifiers.includes('副') || long.startsWith('副');
  return {
    head,
    organisation: whole,
    country,
    deputy,
    former: FORMER.test(modifiers) || /^(?:原|前任?|时任)/.test(text),
    kind: last?.kind ?? 'other',
    key: `${country ?? ''}${whole}${deputy ? '副' : ''}${head}`,
  };
}

function inherited(organisation: string): string {
  return placed(
    fold(organisation)
      .replace(/[\s的·]/g, '')
      .replace(LEADING, ''),
  ).organisation;
}

function completed(organisation: string, head: string): string {
  const plain = organisation.replace(DOUBLED, '$1委').replace(/(?:新闻|媒体)$/, '');
  return plain.length > 1 && REPEATED.test(head) && !plain.endsWith(head[0]!) && !/(?:政府|委员会|管委会)$/.test(plain)
    ? plain + head[0]!
    : plain;
}

/** The last country that is named, and what follows it: before a country's name stands what is no title's (北京同美国). */
function placed(text: string): { country: string | null; organisation: string } {
  let best: { country: string; end: number } | null = null;
  for (const { 0: country, index } of text.matchAll(ANY_COUNTRY)) best = { country, end: index + country.length };
  if (best && text[best.end] === '防') {
    // 美国防部 is 美 and 国防部.
    return { country: best.country.slice(0, -1), organisation: `国${text.slice(best.end)}` };
  }
  if (best) return { country: best.country === '中国' ? null : best.country, organisation: text.slice(best.end) };
  if (text.length === 1 && LETTERS.has(text)) return { country: text, organisation: '' };
  if (LETTERS.has(text[0] ?? '') && OF_A_COUNTRY.test(text.slice(1))) return { country: text[0]!, organisation: text.slice(1) };
  return { country: null, organisation: text };
}

/** Whether two names of countries may mean one: 俄 and 俄罗斯. */
export function sameCountry(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
