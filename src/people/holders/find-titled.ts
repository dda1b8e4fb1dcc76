import { SURNAMES } from '../data/surnames.ts';
import { endScore } from '../names/boundary.ts';
import { isHan, type NameMatch } from '../names/characters.ts';
import { nameAt } from '../names/name-at.ts';
import { isNoName } from '../names/no-name.ts';
import { Recurrence } from '../names/recurrence.ts';
import { titleHeads, type TitleHead } from '../titles/heads.ts';
import { inherits, titlePhrase, withoutClause, type TitlePhrase } from '../titles/phrase.ts';
import { findAppointments } from './appointments.ts';
import { holderByWeights } from '../decider/decide.ts';
import { holderByPlace, itemByPlace, listByPlace } from './by-place.ts';
import { ORGANISATION } from './rules.ts';
import { spotOf, type Decide } from './spot.ts';

/** A name with the titles beside it. */
export interface Titled {
  name: NameMatch;
  titles: TitlePhrase[];
}

/** A name in a list of names, without a title of its own, needs this score (log-likelihood ratio). */
const IN_LIST = 4;
/** Titles between two pauses. */
const STEP = 50;
/** How far before a title a name may begin of which the rest of the text is asked. */
const REACH = 4;
const CONNECTOR = /、?兼任?|[、暨和及并与/]/y;

/** Names with the titles beside them, in the order of the text; `decide` says whose each title is. */
export function* findTitled(folded: string, decide: Decide = holderByWeights): Generator<void, Titled[]> {
  let found: Titled[] = [];
  const heads = titleHeads(folded);
  const recurrence = recurrenceAround(folded, heads);
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
    const spot = spotOf(folded, phrase, heads, i, floor, recurrence);
    const chosen = decide(spot);
    const decided = chosen && isNoName(folded, { ...chosen, before: chosen.start < head.start }) ? null : chosen;
    const list = decided === null && head.kind === 'office' ? listByPlace(folded, spot.after) : [];
    if (list.length > 0) {
      found.push(...list.map((name, n) => ({ name, titles: n === 0 ? [...chain, phrase] : [phrase] })));
      floor = list.at(-1)!.end;
      previous = phrase;
      chain = [];
      continue;
    }
    const held = found.at(-1)?.name.end;
    const row = held !== undefined && held + 1 === (chain[0] ?? phrase).start && /[，,、；;]/.test(folded[held]!);
    const holder = decided ?? holderByPlace(folded, phrase, row);
    if (holder === null) {
      if (afterConnector(folded, head.end) > head.end) chain.push(phrase);
      continue;
    }
    const others = holder.start < head.start ? [] : namesInList(folded, holder, heads, i);
    const titles =
      holder.start < head.start ? [titleAfter(folded, holder, phrase)] : [...chain, phrase].map((title) => withoutClause(folded, title));
    found.push({ name: holder, titles }, ...others.map((name) => ({ name, titles: titles.slice(-1) })));
    floor = Math.max(head.end, others.at(-1)?.end ?? holder.end);
    previous = phrase;
    chain = [];
  }
  const appointments = findAppointments(folded, heads);
  // 张斯任市长 is 张斯, who becomes mayor: the verb is no part of the name, though 任 may end one. What an appointment reads stands.
  const read = new Map(appointments.map(({ name: { start, end } }) => [start, end]));
  const ends = new Set(appointments.map(({ name }) => name.end));
  const reread = found.filter(({ name: { start, end } }) => (read.has(start) ? read.get(start) === end : !ends.has(end)));
  found = [...reread, ...appointments];
  found.sort((a, b) => a.name.start - b.name.start);
  return found.filter(({ titles }) => titles.some((title) => title.kind !== 'press'));
}

function recurrenceAround(folded: string, heads: readonly TitleHead[]): Recurrence {
  const starts: number[] = [];
  for (const { start, end } of heads) {
    for (let at = start - REACH; at <= start - 2; at++) starts.push(at);
    starts.push(end, end + 1);
  }
  return new Recurrence(folded, starts);
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

/**
 * 副市长王大虎、李小明、张三和李四: names that go on after a name. What stands between two pauses is a name where it reads
 * as one and ends there; something else of a name's length is passed over, but ends the list where nothing follows it.
 */
function namesInList(folded: string, first: NameMatch, heads: readonly TitleHead[], from: number): NameMatch[] {
  const names: NameMatch[] = [];
  /** Items that may be names of common words: they are, where the list goes on with a name. */
  let doubted: NameMatch[] = [];
  let end = first.end;
  for (;;) {
    const start = nextInList(folded, end);
    if (start === null) return names;
    const name = nameInList(folded, start);
    const stop = name ? name.end : start + itemLength(folded, start);
    while (heads[from] && heads[from]!.end <= start) from++;
    if (heads[from] && heads[from]!.start < stop) return names;
    const placed = name || names.length + doubted.length === 0 ? null : itemByPlace(folded, start);
    if (placed?.next === null) return [...names, ...doubted, placed.name];
    if (name) {
      names.push(...doubted, name);
      doubted = [];
    } else if (stop === start || folded[stop] !== '、') return names;
    else if (isNamelike(folded, start, stop)) doubted.push({ start, end: stop, score: 0, script: 'han' });
    end = stop;
  }
}

/** 张英、朱团结、曾伟、李明: a surname, and one or two characters that end no body. */
function isNamelike(folded: string, start: number, end: number): boolean {
  const item = folded.slice(start, end);
  return SURNAMES.has(item[0]!) && item.length <= 3 && !BODY_END.test(item);
}

const BODY_END = /[局委会部厅院校所办社团队站处馆室县市省镇乡村区州旗企业等]$/;

/** 、 and what may stand between a name and it: (女), (满族); or the blanks of a list that is set with them. */
const PAUSE = /(?:\([^()\n]{1,6}\))?(?:、|[和及]| {1,2}(?=\p{Script=Han}{2,4}(?:[ \n，,。、(]|$)))/uy;
/** Longest stretch between two pauses that may be a name that the tables do not know. */
const ITEM = 4;

/** Where the next name of a list would begin; null where the list has ended. */
function nextInList(folded: string, end: number): number | null {
  PAUSE.lastIndex = end;
  return PAUSE.test(folded) ? PAUSE.lastIndex : null;
}

function nameInList(folded: string, start: number): NameMatch | null {
  const name = nameAt(folded, start);
  return name && name.script === 'han' && name.score >= IN_LIST && endScore(folded, name.end) >= 2 ? name : null;
}

/** The length of a stretch of Han characters up to the next pause, or 0 where it is longer than a name. */
function itemLength(folded: string, start: number): number {
  let at = start;
  while (at - start <= ITEM && isHan(folded[at])) at++;
  return at - start >= 2 && at - start <= ITEM ? at - start : 0;
}
