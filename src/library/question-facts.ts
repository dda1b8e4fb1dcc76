import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import { isFunctionWord } from '../language/terms.ts';
import type { Official, Title } from '../people/official.ts';
import { titleForms, titleKey } from '../people/title-keys.ts';
import type { Demand } from '../question/demand.ts';
import { wordings } from '../question/short-names.ts';
import type { Span } from '../language/span.ts';

/**
 * The stretches of an article in which what was extracted meets a demand: for the holder of an office each title of that
 * office beside its holder's name, for what somebody said their statements (on the matter, where one is named), for who
 * said something the statements that hold it.
 *
 * @param folded the article's text, folded
 */
export function metBy(demand: Demand, officials: readonly Official[], folded: string): Span[] {
  switch (demand.kind) {
    case 'holder':
      return demand.of === null || demand.time !== null ? [] : holders(demand.of, officials);
    case 'said':
      return demand.of === null ? [] : said(demand.of, demand.about, officials, folded);
    case 'speaker':
      return demand.about === null ? [] : officials.flatMap(({ statements }) => onMatter(statements, demand.about, folded));
    default:
      return [];
  }
}

/** A name may stand this far from its title: 任命…为…. */
const BESIDE = 24;
/** 前外长, 原市长: the office was theirs. */
const FORMER = /^(?:前|原|时任|前任)/;

function holders(office: string, officials: readonly Official[]): Span[] {
  const asked = new Set(wordings(office).map(titleKey));
  return officials.flatMap(({ titles, mentions }) =>
    titles
      .filter((title) => !title.inTitle && !FORMER.test(fold(title.text)) && titleForms(title).some((form) => isOffice(form, asked)))
      .flatMap((title) => besideName(title, mentions)),
  );
}

/**
 * 中国外交部长 is what is asked for as 外交部长; 副外交部长 and 越南外交部长 are not. The place of an office may be told more or less
 * closely: 门头沟雁翅镇党委书记 is 门头沟区雁翅镇党委书记.
 */
function isOffice(form: string, asked: ReadonlySet<string>): boolean {
  return (
    asked.has(form) ||
    (form.startsWith('中国') && asked.has(form.slice(2))) ||
    [...asked].some((one) => one === `中国${form}` || isSameOffice(one, form))
  );
}

/** What both end with names a division, or a party: an office there is one office, whatever holds the place. */
const SETTLED = /^\p{Script=Han}{1,6}(?:[省市县区旗州镇乡村]|街道|党(?![委组支总建校]))\p{Script=Han}{2,}/u;

function isSameOffice(one: string, other: string): boolean {
  let shared = 0;
  while (shared < Math.min(one.length, other.length) && one.at(-1 - shared) === other.at(-1 - shared)) shared++;
  const [head, rival] = [one.slice(0, one.length - shared), other.slice(0, other.length - shared)];
  return SETTLED.test(one.slice(one.length - shared)) && (isWithin(head, rival) || isWithin(rival, head));
}

/** Whether the characters of a name stand in a longer one in their order: 门头沟 in 北京市门头沟区. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function besideName({ start, end }: Title, mentions: readonly Span[]): Span[] {
  const near = mentions
    .map((mention) => ({ mention, away: Math.max(mention.start - end, start - mention.end) }))
    .filter(({ away }) => away <= BESIDE)
    .sort((a, b) => a.away - b.away)[0]?.mention;
  return near ? [{ start: Math.min(start, near.start), end: Math.max(end, near.end) }] : [];
}

function said(speaker: string, about: string | null, officials: readonly Official[], folded: string): Span[] {
  const keys = new Set(wordings(speaker).map(titleKey));
  const speakers = officials.filter(
    ({ name, titles }) =>
      (name.length >= 2 && speaker.includes(name)) ||
      titles.some((title) => titleForms(title).some((form) => keys.has(form) || [...keys].some((key) => isBodyOf(form, key)))),
  );
  return speakers.flatMap(({ statements }) => onMatter(statements, about, folded));
}

/** A body speaks by whoever speaks for it: 外交部发言人 for 外交部. */
function isBodyOf(form: string, body: string): boolean {
  return form.startsWith(body) && /发言人$/.test(form);
}

/** Of the pairs of characters of the matter a statement must have this share. */
const ON_MATTER = 0.4;

function onMatter(statements: readonly Span[], about: string | null, folded: string): Span[] {
  const pairs = about === null ? [] : wordPairs(about);
  if (pairs.length === 0) return statements.map(({ start, end }) => ({ start, end }));
  return statements
    .filter(({ start, end }) => {
      const text = folded.slice(start, end);
      return pairs.filter((pair) => text.includes(pair)).length >= ON_MATTER * pairs.length;
    })
    .map(({ start, end }) => ({ start, end }));
}

/** Pairs of neighbouring characters inside words: what a function word joins (和, 的) is said otherwise in an article. */
function wordPairs(text: string): string[] {
  const pairs = new Set<string>();
  for (const word of words(text)) {
    if (isFunctionWord(word)) continue;
    for (let i = 0; i + 2 <= word.length; i++) if (/^[\p{L}\p{N}]{2}$/u.test(word.slice(i, i + 2))) pairs.add(word.slice(i, i + 2));
  }
  return [...pairs];
}
