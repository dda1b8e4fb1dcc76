import { expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { highlights } from '../../src/search/quote/highlights.ts';
import { readQuestion } from '../../src/question/reading.ts';
import { analyseWording } from '../../src/search/question/question.ts';

function asked(text: string) {
  const reading = readQuestion(text);
  return analyseWording(reading.wordings[0], reading);
}

/** The marked words of an excerpt, between brackets. */
function marked(question: string, excerpt: string): string {
  let out = '';
  let at = 0;
  for (const [start, end] of highlights(fold(excerpt), asked(question))) {
    out += `${excerpt.slice(at, start)}[${excerpt.slice(start, end)}]`;
    at = end;
  }
  return out + excerpt.slice(at);
}

it.each([
  ['旅游 扶贫', '全市旅游扶贫工作会议', '全市[旅游扶贫]工作会议'],
  ['旅遊扶貧', '旅游和扶贫', '[旅游]和[扶贫]'],
  ['著名 景点', '是著名的景點', '是[著名]的[景點]'],
  ['2018年的会议', '二〇一八年召开会议', '[二〇一八]年召开[会议]'],
  ['gdp', '人均ＧＤＰ增长', '人均[ＧＤＰ]增长'],
  ['茶', '他爱茶，去茶馆', '他爱[茶]，去茶馆'],
  ['没有', '这里说别的', '这里说别的'],
])('of %s in %s: %s', (question, excerpt, expected) => expect(marked(question, excerpt)).toBe(expected));
