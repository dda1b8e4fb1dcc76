import type { AnswerKind } from './question.ts';

const DIGIT = '(?:[0-9]|[〇零一二两三四五六七八九十百千万亿])';
const SHAPES: Readonly<Record<AnswerKind, RegExp | null>> = {
  time: new RegExp(`${DIGIT}+年|${DIGIT}+月|${DIGIT}+[日号]|世纪|时期|上午|下午|年代|今年|去年|目前|[0-9]{4}`),
  number: new RegExp(`${DIGIT}`),
  person: /[书长任员席理授士生人家][\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]·[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}(?:先生|女士|同志|教授|主席|主任|总统)/,
  place: /[省市县区镇乡村州国岛山湾路街港洲]|位于|在[\u4e00-\u9fff]{2,}/,
  reason: /因为|由于|因此|所以|原因|为了|以便|导致|致使|因/,
  other: null,
};

/**
 * Whether a folded text has something of the kind that is asked for, beyond what the question itself says: a number
 * that stands in the question answers nothing. True for questions of no particular kind.
 */
export function answerKindIn(kind: AnswerKind, folded: string, question: string): boolean {
  const shape = SHAPES[kind];
  if (!shape) return true;
  const every = new RegExp(shape.source, 'g');
  for (const [found] of folded.matchAll(every)) if (!question.includes(found)) return true;
  return false;
}

/** Phrases that often introduce an answer of a kind. */
const CUES: Readonly<Record<AnswerKind, RegExp | null>> = {
  time: /[于在]\s*[0-9〇一二三四五六七八九十]+[年月]/,
  number: /共|约|达|超过|总|第|计/,
  person: /由|是|任|为/,
  place: /位于|坐落|地处|产于|产自|分布|栖息|在/,
  reason: /因为|由于|因|原因|为了|根据/,
  other: /是|为|包括|即|称为|叫/,
};

export function cueIn(kind: AnswerKind, folded: string): boolean {
  return CUES[kind]?.test(folded) ?? false;
}
