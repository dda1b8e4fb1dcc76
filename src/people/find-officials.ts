import { atOnce } from '../steps/breather.ts';
import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import { findAppointments } from './appointments.ts';
import { BEFORE_NAME } from './data/followers.ts';
import { SEPARATORS } from './data/phrases.ts';
import { endScore, nameAt, namesBefore, SWALLOWED, type NameMatch } from './names.ts';
import type { Official, Span } from './official.ts';
import { findSpeech } from './statements.ts';
import { inherits, pointsAbroad, titleHeads, titlePhrase, withModifiers, type TitleHead, type TitlePhrase } from './titles.ts';

export type { Act, Official, Span, Statement, Title } from './official.ts';

interface Found {
  name: NameMatch;
  titles: TitlePhrase[];
}

/** A name after a title needs this score (log-likelihood ratio, with what follows it). */
const AFTER_TITLE = 1;
/** From here on nobody asks whether the title might belong to a name before it (习近平总书记来川视察). */
const CERTAIN = 4;
/** A name before its title, or without one in a list of names, has less to go by. */
const BEFORE_TITLE = 4;
const BEFORE_TITLE_ALONE = 2;
/** A name of three characters that fills its clause up to the title: 近平 and 建国 are words, 习近平总书记强调 names someone. */
const BEFORE_TITLE_FILLING = -1;
const IN_LIST = 4;
/** What an organisation's name mostly ends with. */
const ORGANISATION = /.{2}[局委会部厅院校所心司府协办社团队站处行馆室]$/;
/** 市长一职由王强担任, 现任市长的王强. */
const HANDED = /(?:一职|职务)?由/y;
const TAKES = /^(?:同志)?(?:担任|兼任|出任|接任)/;
const HOLDING = /[现时曾前担出]任/;
/** Titles, or people, between two pauses. */
const STEP = 50;
const CONNECTOR = /、?兼任?|[、暨和及并与/]/y;

/**
 * The people an article names with a title, each name once, in the order of their first mention; reporters,
 * photographers and editors are left out. In steps, for an article may be a book.
 *
 * Pure and total: any text gives a list. `folded` may be given where the caller has `fold(article.text)` already.
 */
export function* findingOfficials(article: { title: string; text: string }, folded = fold(article.text)): Generator<void, Official[]> {
  const officials = new Map<string, Official>();
  const named = (name: string): Official => {
    const official = officials.get(name) ?? { name, variants: [], titles: [], statements: [], acts: [], mentions: [] };
    officials.set(name, official);
    return official;
  };
  for (const { name, titles } of yield* findTitled(folded)) {
    const official = named(folded.slice(name.start, name.end));
    for (const { start, end, organisation } of titles) {
      if (!official.titles.some((title) => title.start === start))
        official.titles.push({ text: article.text.slice(start, end), start, end, organisation });
    }
  }
  const line = article.title === '' ? '' : fold(article.title);
  for (const { name, titles } of yield* findTitled(line)) {
    const official = named(line.slice(name.start, name.end));
    for (const { start, end, organisation } of titles) {
      const text = article.title.slice(start, end);
      if (!official.titles.some((title) => fold(title.text) === fold(text)))
        official.titles.push({ text, start: 0, end: 0, organisation, inTitle: true });
    }
  }
  const all = [...officials.values()];
  for (const [i, official] of all.entries()) {
    if (i % STEP === STEP - 1) yield;
    official.mentions = mentionsOf(official.name, folded, all);
    official.variants = [...new Set(official.mentions.map(({ start, end }) => article.text.slice(start, end)))];
  }
  yield;
  findSpeech(article.text, folded, all);
  return all;
}

/** The same at once. */
export function findOfficials(...asked: Parameters<typeof findingOfficials>): Official[] {
  return atOnce(findingOfficials(...asked));
}

/** Names with the titles beside them, in the order of the text. */
function* findTitled(folded: string): Generator<void, Found[]> {
  let found: Found[] = [];
  const heads = titleHeads(folded);
  /** Titles read since the last name, which the next name may hold too. */
  let chain: TitlePhrase[] = [];
  let previous: TitlePhrase | undefined;
  let floor = 0;
  for (const [i, head] of heads.entries()) {
    if (i % STEP === STEP - 1) yield;
    const withinLonger = heads.slice(i + 1, i + 6).some((longer) => longer.start < head.end);
    if (head.start < floor || withinLonger) continue;
    const last = chain.at(-1)?.end ?? floor;
    const from = afterConnector(folded, last);
    const phrase = titlePhrase(folded, head, from);
    if (from === last || phrase.start > from) chain = [];
    else if (inherits(phrase)) phrase.organisation = (chain.at(-1) ?? previous)?.organisation ?? null;
    const holder = holderOf(folded, phrase, heads, i, floor);
    if (holder === null) {
      if (afterConnector(folded, head.end) > head.end) chain.push(phrase);
      continue;
    }
    const others = holder.start < head.start ? [] : namesInList(folded, holder, heads, i);
    const titles = holder.start < head.start ? [titleAfter(folded, holder, phrase)] : [...chain, phrase];
    found.push({ name: holder, titles }, ...others.map((name) => ({ name, titles: [phrase] })));
    floor = Math.max(head.end, others.at(-1)?.end ?? holder.end);
    previous = phrase;
    chain = [];
  }
  const appointments = findAppointments(folded, heads);
  // 张斯任市长 is 张斯, who becomes mayor: the verb is no part of the name, though 任 may end one.
  const reread = found.filter(({ name }) => !appointments.some(({ name: { start, end } }) => start === name.start && end < name.end));
  found = [...reread, ...appointments];
  found.sort((a, b) => a.name.start - b.name.start);
  return found.filter(({ titles }) => titles.some((title) => title.kind !== 'press'));
}

/** Whose title it is: the name after it, or else the one before it, where either reads as a name. */
function holderOf(folded: string, phrase: TitlePhrase, heads: TitleHead[], i: number, floor: number): NameMatch | null {
  const after = nameAfter(folded, phrase, heads, i);
  // 习近平主席向陈薇颁授勋章: 向 and 于 are surnames as well.
  const mayFollow = after !== null && SWALLOWED.has(folded[after.start]!);
  if (after && after.score >= CERTAIN && !mayFollow) return after;
  const before = nameBefore(folded, heads[i]!, floor);
  if (mayFollow && before) return before;
  return before && (!after || before.score > after.score) ? before : after;
}

/** The title that follows its holder (王永庆副主席); an organisation may stand before the name. */
function titleAfter(folded: string, holder: NameMatch, phrase: TitlePhrase): TitlePhrase {
  const before = folded.slice(phrase.start, holder.start);
  return { ...phrase, start: holder.end, organisation: ORGANISATION.test(before) ? before : null };
}

/** Where the next title of a chain begins: after 、 or 兼; `at` itself where nothing connects. */
function afterConnector(folded: string, at: number): number {
  CONNECTOR.lastIndex = at;
  return CONNECTOR.test(folded) ? CONNECTOR.lastIndex : at;
}

function nameAfter(folded: string, phrase: TitlePhrase, heads: TitleHead[], i: number): NameMatch | null {
  let at = phrase.end;
  if (folded[at] === ' ' || folded[at] === '：' || folded[at] === ':') at++;
  HANDED.lastIndex = at;
  const handed = HANDED.exec(folded);
  if (handed) at = HANDED.lastIndex;
  else if (folded[at] === '的' && HOLDING.test(folded.slice(Math.max(0, phrase.start - 2), phrase.start + 2))) at++;
  const name = nameAt(folded, at, pointsAbroad(folded, phrase));
  if (!name || name.score < AFTER_TITLE || (handed && !TAKES.test(folded.slice(name.end, name.end + 4)))) return null;
  const next = heads[i + 1];
  return next && next.start < name.end ? null : name;
}

/** 副市长王大虎、李小明、张三: names that go on after a name, each cleanly ended. */
function namesInList(folded: string, first: NameMatch, heads: TitleHead[], from: number): NameMatch[] {
  const names: NameMatch[] = [];
  let end = first.end;
  while (folded[end] === '、') {
    const next = nameAt(folded, end + 1);
    if (!next || next.script !== 'han' || next.score < IN_LIST || endScore(folded, next.end) < 2) break;
    while (heads[from] && heads[from]!.end <= next.start) from++;
    if (heads[from] && heads[from]!.start < next.end) break;
    names.push(next);
    end = next.end;
  }
  return names;
}

/** 宋宇主任, 王永庆副主席: a name right before its title. */
function nameBefore(folded: string, head: TitleHead, floor: number): NameMatch | null {
  const right = endScore(folded, head.end);
  if (right < 0.5) return null;
  const end = withModifiers(folded, head.start, floor);
  const from = Math.max(floor, end - 10);
  const named = namesBefore(folded, end, from);
  const candidates = named.filter((name) => name.score >= BEFORE_TITLE_ALONE);
  if (candidates.length === 0 && right >= 2) return named.find((name) => fillsClause(folded, name, head)) ?? null;
  if (candidates.length === 0) return null;
  const starts = new Set<number>();
  let at = from;
  for (const word of words(folded.slice(from, end))) {
    starts.add(at);
    at += word.length;
  }
  return (
    candidates.find(({ start, score }) => {
      const left = folded[start - 1];
      return left === undefined || SEPARATORS.test(left) || BEFORE_NAME.has(left) || (starts.has(start) && score >= BEFORE_TITLE);
    }) ?? null
  );
}

/**
 * Whether nothing but the name stands before its office, and the name is no body (司法所所长), no place (马鞍山市长) and
 * has no word that stands before names (向参赛, 曾竞选).
 */
function fillsClause(folded: string, { start, end, score }: NameMatch, head: TitleHead): boolean {
  const left = folded[start - 1];
  return (
    end - start === 3 &&
    score >= BEFORE_TITLE_FILLING &&
    (left === undefined || SEPARATORS.test(left)) &&
    head.kind === 'office' &&
    !/^[市省县区旗州盟镇乡村]长$/.test(head.word) &&
    !ORGANISATION.test(folded.slice(start, end)) &&
    !SWALLOWED.has(folded[start]!) &&
    !SWALLOWED.has(folded[end - 1]!)
  );
}

function mentionsOf(name: string, folded: string, all: Official[]): Span[] {
  const longer = all.filter((other) => other.name !== name && other.name.includes(name));
  const spans: Span[] = [];
  for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length)) {
    const within = longer.some((other) => {
      const from = start - other.name.indexOf(name);
      return from >= 0 && folded.startsWith(other.name, from);
    });
    if (!within) spans.push({ start, end: start + name.length });
  }
  return spans;
}
