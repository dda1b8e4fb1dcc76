import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTalk } from '../../src/discord/incoming/small-talk.ts';
import { typed } from '../../src/discord/typed.ts';

const QUESTION = '谁是临江市市长？';

describe('what Discord puts into a text', () => {
  it.each([
    ['an emoji of a server', '<:thinking:300000000000000009>'],
    ['a moving one', '<a:wave:300000000000000009>'],
    ['a mention', '<@300000000000000009>'],
    ['a mention of the old kind', '<@!300000000000000009>'],
    ['a role', '<@&300000000000000009>'],
    ['a channel', '<#300000000000000009>'],
    ['a command', '</ask:300000000000000009>'],
    ['a timestamp', '<t:1618953630:R>'],
    ['a page of the server', '<id:customize>'],
    ['a link', 'https://example.com/a?b=c#d'],
    ['a link without a preview', '<https://example.com/a>'],
    ['a picture', '🤔'],
    ['joined pictures', '👩‍🚀👍🏽🇨🇳1️⃣'],
  ])('%s is dropped before, behind and within', (_, mark) => {
    expect(typed(`${QUESTION}${mark}`)).toBe(QUESTION);
    expect(typed(`${mark} ${QUESTION}`)).toBe(QUESTION);
    expect(typed(`谁是${mark}临江市市长？`)).toBe('谁是 临江市市长？');
  });

  it('leaves the words of a link, and of what is bold, hidden, quoted or code', () => {
    expect(typed('[临江市](https://example.com)的**市长**')).toBe('临江市 的 市长');
    expect(typed('||临江||`市长`\n> 是谁')).toBe('临江 市长 是谁');
  });

  it('leaves what people type themselves', () => {
    for (const text of ['旅游 -扶贫 "百日 会战"', '3月12日 5% 1<2>0', '7:30 开会', '©2021 *注', 'a_b #3']) expect(typed(text)).toBe(text);
  });

  it('takes nothing out a second time, and ends in a bounded number of steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '@', '1', ':', 'a', '*', '|', '[', ']', '(', ')', 'https://', ' ', '县', '👍')),
        (parts) => {
          const once = typed(parts.join(''));
          expect(typed(once)).toBe(once);
        },
      ),
    );
  });
});

describe('small talk', () => {
  it.each([
    ['', 'nothing'],
    ['？！', 'nothing'],
    ['你好！', 'hello'],
    ['Hello', 'hello'],
    ['谢谢你~', 'thanks'],
    ['多謝', 'thanks'],
    ['谢谢市长说了什么', null],
    ['你好，谁是市长', null],
    ['谢海', null],
  ] as const)('%s: %s', (said, what) => {
    expect(smallTalk(said)).toBe(what);
  });
});
