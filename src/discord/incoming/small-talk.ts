/** What people say to a bot that is not a question. */

/** Greetings and thanks, whole: with anything more to them they are part of a question. */
const TALK = {
  hello: /^(?:你|您|大家|各位)?(?:好|们好)[啊呀吗嗎]?$|^(?:嗨|哈[喽嘍囉]|早|早安|[早晚]上好|晚安|在[吗嗎]|hi|hello|hey)$/i,
  thanks: /^(?:[谢謝]{1,2}(?:你|您|了|啦)?|多[谢謝]|感[谢謝]|辛苦了?|唔該|thanks?|thank you|thx)$/i,
} as const;

export type SmallTalk = keyof typeof TALK | 'nothing';

/**
 * Whether a message that is for the bot says nothing, greets or thanks; null where it asks something.
 *
 * @example smallTalk('你好！') // 'hello'
 */
export function smallTalk(asked: string): SmallTalk | null {
  const words = asked.replace(/^[\p{P}\p{S}\s]+/u, '').replace(/(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/u, '');
  if (words === '') return 'nothing';
  if (TALK.hello.test(words)) return 'hello';
  return TALK.thanks.test(words) ? 'thanks' : null;
}
