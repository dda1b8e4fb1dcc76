import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../src/language/script.ts';
import { readQuestion } from '../../src/question/reading.ts';

const KNOWN = { places: () => [], people: () => [], newestDay: '2031-06-18' };
const read = (question: string) => readQuestion(question, KNOWN);
const words = (question: string) =>
  read(question)
    .wordings[0].matter.split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

describe('the words to find', () => {
  it.each([
    ['请问青禾大桥什么时候通车？', ['青禾大桥', '通车']],
    ['你好，帮我查一下青禾大桥的新闻，谢谢', ['青禾大桥']],
    ['想知道石门镇小学咋停课了', ['石门镇小学', '停课']],
    ['石門鎮小學點解停課', ['石门镇小学', '停课']],
    ['林守诚对渔业问题怎么说', ['林守诚', '渔业问题']],
    ['林守诚怎么回应渔民抗议？', ['林守诚', '渔民抗议']],
    ['青禾省最新失业率到底是多少', ['青禾省', '失业率']],
    ['青禾大学新校长叫什么名字', ['青禾大学', '校长']],
    ['白鹭岛火山喷发了吗', ['白鹭岛火山喷发']],
  ])('of %s', (question, expected) => {
    expect(words(question)).toEqual(expected);
  });

  it('are the question itself where it is nothing but asking', () => {
    expect(words('什么')).toEqual(['什么']);
  });

  it('keep words that only look colloquial or polite', () => {
    expect(words('重点解决积水')).toEqual(['重点解决积水']);
    expect(words('给孩子们办的书法班')).toEqual(['给孩子们办的书法班']);
    expect(words('看守所条例')).toEqual(['看守所条例']);
  });

  it('are as long as what they were blanked out of, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        for (const { text, matter } of read(typed).wordings) expect(matter).toHaveLength(text.length);
      }),
    );
  });

  it('are the same in either script', () => {
    for (const question of ['青禾大桥什么时候通车', '林守诚对渔业问题怎么说', '请问谁是青禾市市长'])
      expect(read(toTraditional(question))).toEqual(read(question));
  });
});

describe('what is asked for', () => {
  it.each([
    ['青禾市市长是谁', { kind: 'holder', of: '青禾市市长', time: null }],
    ['谁是青禾市的新任市长？', { kind: 'holder', of: '青禾市市长', time: null }],
    ['谁接任青禾市市长', { kind: 'holder', of: '青禾市市长', time: 'successor' }],
    ['青禾市前任市长是谁', { kind: 'holder', of: '青禾市市长', time: 'former' }],
    ['林守诚就渔业问题是怎么回应的', { kind: 'said', of: '林守诚', about: '渔业问题' }],
    ['林守诚说了什么', { kind: 'said', of: '林守诚', about: null }],
    ['林守诚对海上热线有什么看法', { kind: 'said', of: '林守诚', about: '海上热线' }],
    ['谁说归属早有定论', { kind: 'speaker', about: '归属早有定论' }],
    ['茶厂关闭的原因是什么', { kind: 'reason' }],
    ['大桥为啥不亮', { kind: 'reason' }],
    ['茶厂赔了多少钱', { kind: 'number', unit: 'money' }],
    ['火山喷发死了几个人', { kind: 'number', unit: 'people' }],
    ['甲队打乙队几比几', { kind: 'number', unit: 'score' }],
    ['马拉松哪天开跑', { kind: 'day' }],
    ['马拉松在哪儿跑', { kind: 'place' }],
    ['钱存到哪家银行', { kind: 'place' }],
    ['哪个法院审理', { kind: 'place' }],
    ['马拉松 林守诚啥态度', { kind: 'said', of: null, about: null }],
    ['哪些国家参加了', { kind: 'list' }],
    ['大桥修好了没有', { kind: 'yesno' }],
    ['係咪停課', { kind: 'yesno' }],
    ['什么是数字人民币', { kind: 'definition' }],
    ['林守诚咋了', { kind: 'state' }],
    ['青禾 马拉松', { kind: 'other' }],
  ])('by %s', (question, expected) => {
    expect(read(question).wordings[0].demand).toMatchObject(expected);
  });

  it('is the newest only where the question says so', () => {
    expect(read('火山最新死亡人数').newest).toBe(true);
    expect(read('火山死亡人数').newest).toBe(false);
  });
});

describe('what must be so', () => {
  const conditions = (question: string) => read(question).conditions;
  it('days, months and years', () => {
    expect(conditions('十月青禾省失业率').days).toEqual([{ text: '10月', year: null, month: 10, day: null }]);
    expect(conditions('2031年7月3日发生了什么').days).toEqual([{ text: '2031年7月3日', year: 2031, month: 7, day: 3 }]);
    expect(conditions('2031环湖马拉松').days).toEqual([{ text: '2031', year: 2031, month: null, day: null }]);
    expect(conditions('花了2031元').days).toEqual([]);
    expect(conditions('三个月').days).toEqual([]);
  });

  it('words for days, from the newest day of the collection', () => {
    expect(conditions('昨天的事故').stretches).toEqual([{ text: '昨天', from: '2031-06-17', to: '2031-06-17' }]);
    expect(conditions('上周的事故').stretches).toEqual([{ text: '上周', from: '2031-06-09', to: '2031-06-15' }]);
    expect(conditions('上个月的事故').stretches).toEqual([{ text: '上个月', from: '2031-05-01', to: '2031-05-31' }]);
    expect(readQuestion('上周的事故').conditions.stretches).toEqual([]);
  });

  it('ordinals and numbers that name one of several', () => {
    expect(conditions('第十届环湖马拉松').figures).toEqual([{ text: '第十届', before: '第', figure: '10', after: '届' }]);
    expect(conditions('青鸟三号卫星').figures).toMatchObject([{ figure: '3', after: '号' }]);
    expect(conditions('玄武 OS 10 测试版').figures).toMatchObject([{ before: 'os', figure: '10' }]);
    expect(conditions('第几届').figures).toEqual([]);
  });

  it('that something is not so', () => {
    expect(conditions('哪些国家没有参加').negated).toBe(true);
    expect(conditions('有没有参加').negated).toBe(false);
  });
});

describe('short names', () => {
  it('are looked up as they stand and made long', () => {
    expect(read('住建部怎么说').wordings.map(({ text }) => text)).toContain('住房和城乡建设部怎么说');
    expect(read('首相和老婆分居').wordings.map(({ text }) => text)).toContain('首相和妻子分居');
    expect(read('6月社零总额').wordings.map(({ text }) => text)).toContain('6月社会消费品零售总额');
  });

  it('are words of their own', () => {
    expect(read('施工行业标准').wordings).toHaveLength(1);
  });
});

describe('words of asking that only look alike', () => {
  const kind = (question: string) => read(question).wordings[0].demand.kind;

  it.each([
    ['新公司被命名为什么？', 'other'],
    ['大桥为什么改名？', 'reason'],
    ['青禾县为什么？', 'reason'],
    ['夏令营都讲了哪些主题', 'list'],
    ['林守诚讲了什么话', 'said'],
    ['林守诚说了什么', 'said'],
    ['这次批准了哪两所小学', 'list'],
  ])('%s asks for a %s', (question, expected) => {
    expect(kind(question)).toBe(expected);
  });
});
