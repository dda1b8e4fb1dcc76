import type { Span } from '../language/span.ts';
import type { Official } from './official.ts';
import { titleHeads } from './titles/heads.ts';

/** Somebody's name in a sentence, with the title before it counted in. */
export interface Mention extends Span {
  official: Official;
  /** Where the title before the name begins, or the name itself. */
  from: number;
}

/** What governs the name behind it: that name is an object, and the subject stands before. */
const GOVERNING =
  /(?:会见|会晤|接见|看望|慰问|采访|专访|陪同|拜会|拜访|见到|致电|致函|告诉|询问|追问|质问|问|指责|批评|祝贺|感谢|任命|提名|免去|授予|代表|替|为|给|对|向|跟|据|由|被|让|请|对于|关于|针对)了?$/u;
/** 与Y会谈时: with whom somebody does something together, but not 与Y共同表示. */
const WITH = /(?:与|同)$/u;
const TOGETHER = /^(?:一起|共同|一致|都|均|分别|双双|先后|也|等人)/u;
const MEETING = /^.{0,12}?(?:会见|会谈|会晤|通话|交谈|座谈|见面|通电话|举行|一道)/u;
const AND = /^(?:和|、|及|以及|与|同)$/u;

/** Mentions with their titles: the name alone may stand behind 会见 only with its title between. */
export function withTitles(official: Official, span: Span): Mention {
  let from = span.start;
  for (const { start, end, inTitle } of [...official.titles].reverse()) {
    if (!inTitle && end <= from && from - end <= 1 && start < from) from = start;
  }
  return { official, ...span, from };
}

/** Whether a verb or preposition right before the name makes it an object: 对局长王丽芳说, 会见王毅时. */
export function isObject(folded: string, { from, end }: Mention, sentenceStart: number): boolean {
  const before = folded.slice(Math.max(sentenceStart, from - 4), from);
  if (GOVERNING.test(before)) return true;
  return WITH.test(before) && !TOGETHER.test(folded.slice(end, end + 4)) && MEETING.test(folded.slice(end, end + 20));
}

/** Whether two mentions are one subject: 书记X和市长Y共同表示. */
export function areJoined(folded: string, first: Mention, second: Mention): boolean {
  const between = folded.slice(first.end, second.from);
  if (!AND.test(between)) return false;
  return between !== '与' && between !== '同' ? true : TOGETHER.test(folded.slice(second.end, second.end + 4));
}

/** Whether the place is inside quotation marks that opened in the sentence. */
export function isQuoted(folded: string, sentenceStart: number, at: number): boolean {
  const before = folded.slice(sentenceStart, at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('「'), before.lastIndexOf('『'));
  return open >= 0 && !/[”」』]/.test(before.slice(open));
}

/** Whether a mention opens a clause: the subject that a pronoun after it stands for. */
export function opensClause(folded: string, { from }: Mention, sentenceStart: number): boolean {
  return (
    from === sentenceStart ||
    /[，,。；;：:、”」\s]/.test(folded[from - 1]!) ||
    /(?:[日天晚午时前后间]|记者|由)$/.test(folded.slice(from - 2, from))
  );
}

const SUBORDINATING = /(?:在|当|自|自从|随着|据悉在)$/u;
const SUBORDINATE = /^[^，,。；;“”]{0,30}(?:之?[前后时]|之际|以来|以后|以前|期间|背景下|情况下|同时)[，,]/u;

/** Whether a mention is the subject of a clause of time, which reports nothing: 在普京宣布解散瓦格纳之后，……. */
export function isSubordinate(folded: string, { from, end }: Mention, sentence: Span): boolean {
  return (
    SUBORDINATING.test(folded.slice(Math.max(sentence.start, from - 3), from)) &&
    SUBORDINATE.test(folded.slice(end, Math.min(sentence.end, end + 40)))
  );
}

const ANAPHOR = /^(?:(?:同时|此外|另外|对此|随后)[，,]?)?(该|这位|这名|上述)?/u;
/** They stand for anybody of office. */
const ANY_OFFICE = /^(?:负责人|负责同志|官员|领导|领导人)$/u;

/**
 * Whom a title alone means at the head of a sentence, and where it ends: 该负责人, 这位局长, 王局长 for an official named before.
 *
 * @param known officials named before in the article, the last one last
 */
export function titleAlone(folded: string, { start, end }: Span, known: readonly Official[]): { official: Official; end: number } | null {
  const line = folded.slice(start, Math.min(end, start + 24));
  const opening = ANAPHOR.exec(line)!;
  const pointed = opening[1] !== undefined;
  const rest = line.slice(opening[0].length);
  const head = titleHeads(rest)[0];
  if (!head || (pointed ? head.start > 6 : head.start !== 1 && !(head.start === 2 && rest[1] === '副'))) return null;
  const official = known.findLast(
    ({ name, titles }) =>
      (pointed ? ANY_OFFICE.test(head.word) : name.startsWith(rest[0]!)) ||
      (pointed && titles.some(({ text }) => text.endsWith(head.word))),
  );
  if (!official || (!pointed && !official.titles.some(({ text }) => text.endsWith(head.word)))) return null;
  return { official, end: start + opening[0].length + head.end };
}
