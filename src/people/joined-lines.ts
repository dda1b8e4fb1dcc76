import { sentencesOf, type Sentence } from '../language/sentences.ts';

/** What stands before an article's words and is none of them: 原标题：…, 图/视觉中国, 详情点击>>. */
const FURNITURE = /^(?:原?标题[:：]|(?:资料|配|供)?图[/／|｜:：]|图片来源|图源|详情点击|点击|相关阅读|延伸阅读)/;
/** A blank, and what a text or a paragraph of it begins with. */
const OPENING = /\s(?=[“「『]|(?:\d{4}年)?\d{1,2}月\d{1,2}日|据|日前|近日|本报讯|经)/;
/** Longest headline or caption that is looked for. */
const FURNITURE_LENGTH = 120;

/**
 * The sentences of a text of which the lines may have been joined: a blank behind a full stop is all that is left of a
 * paragraph's end then, and a headline or caption, which has no full stop, runs into the first sentence.
 */
export function sentencesOfSpeech(text: string): Sentence[] {
  return sentencesOf(text, { wholeQuotations: true }).flatMap((sentence) => {
    const { start, end } = sentence;
    const opensParagraph = sentence.opensParagraph || /\s/.test(text[start - 1] ?? '');
    const line = text.slice(start, Math.min(end, start + FURNITURE_LENGTH));
    const blank = FURNITURE.test(line) ? OPENING.exec(line) : null;
    if (!blank) return [{ start, end, opensParagraph }];
    const headline = line.slice(0, blank.index).trimEnd();
    return [
      { start, end: start + headline.length, opensParagraph },
      { start: start + blank.index + 1, end, opensParagraph: true },
    ];
  });
}
