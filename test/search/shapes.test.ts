import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/reading.ts';
import { analyseWording } from '../../src/search/question/question.ts';
import { answerKindIn, cueIn, isDecisive } from '../../src/search/quote/shapes.ts';

const answers = (asked: string, text: string) => {
  const reading = readQuestion(asked);
  return answerKindIn(analyseWording(reading.wordings[0], reading), text);
};

describe('what an answer looks like', () => {
  it.each([
    ['大桥哪一年建成', '大桥于1998年建成', '大桥已经建成'],
    ['大桥花了多少钱', '大桥花了三亿元', '大桥长300米'],
    ['有多少人参加了培训', '有300多人参加了培训', '培训共3天'],
    ['车卖多少钱', '车卖 32.98 万元', '车卖出 32.98 万辆'],
    ['大桥有多长', '大桥长300米', '大桥有300人参观'],
    ['公园面积多少亩', '公园有300亩', '公园有300人'],
    ['占比是百分之几', '占比达到30.5%', '占比有所上升'],
    ['比赛比分是多少', '比赛以3:1结束', '比赛已经结束'],
    ['他今年几岁', '他今年30岁', '他今年结婚'],
    ['大桥为什么封闭', '由于维修,大桥封闭', '大桥今天封闭'],
    ['大桥为什么封闭', '为尽快修好桥面,大桥封闭', '大桥今天为行人封闭'],
    ['大桥为什么封闭', '车祸导致大桥封闭', '大雾导致航班延误'],
    ['大桥封闭了吗', '大桥没有封闭', '大桥通往青禾县'],
    ['大桥有没有封闭', '大桥已封闭', '大桥有没有封闭,众说纷纭'],
    ['停电是几点开始的', '停电21时开始', '停电3月21日开始'],
    ['大桥用了多少根钢索', '大桥用了钢索96根', '大桥1998年起用钢索'],
    ['青禾县警察局局长是谁', '青禾县警察局长王大明出席', '青禾县警察局出动'],
    ['青禾县县长是谁', '青禾县县长王大明出席', '青禾县召开会议'],
    ['王大明怎么看旅游', '王大明表示,旅游很好', '王大明去旅游'],
  ])('%s: %s, not %s', (asked, answer, other) => {
    expect(answers(asked, answer)).toBe(true);
    expect(answers(asked, other)).toBe(false);
  });

  it('is new: what stands in the question itself answers nothing', () => {
    expect(answers('1998年建成的大桥是哪一年修的', '大桥1998年建成')).toBe(false);
    expect(answers('1998年建成的大桥是哪一年修的', '大桥2003年修好,1998年建成')).toBe(true);
  });

  it('has the number near what is counted', () => {
    expect(answers('有多少贫困户', '有300贫困户')).toBe(true);
    expect(answers('有多少贫困户', `全县有300个村庄,${'山高路远,'.repeat(8)}贫困户不少`)).toBe(false);
  });

  it('is a list of three things at least, beside what is asked for', () => {
    expect(answers('有哪些景区', '景区有东湖、西湖、南湖')).toBe(true);
    expect(answers('有哪些景区', '景区有东湖、西湖')).toBe(false);
    expect(answers('有哪些景区', '景区有“东湖”“西湖”')).toBe(true);
    expect(answers('有哪些景区', '苹果、香蕉、桃子都很甜')).toBe(false);
    expect(answers('有哪些景区', '景区包括东湖和西湖')).toBe(true);
  });

  it('is two things where two are asked for', () => {
    expect(answers('批准了哪两处景区', '批准东湖景区和西湖景区')).toBe(true);
    expect(answers('批准了哪两处景区', '批准东湖景区')).toBe(false);
  });

  it('is said by whom the question names', () => {
    expect(answers('王大明怎么看旅游', '李小红表示,旅游很好')).toBe(false);
  });

  it('is a title where works are asked for', () => {
    expect(answers('晚会唱了哪些歌', '晚会唱了《茉莉花》')).toBe(true);
    expect(answers('晚会唱了哪些歌', '晚会唱了“茉莉花”')).toBe(true);
    expect(answers('晚会唱了哪些歌', '主持人说:“今晚,我们欢聚一堂。”')).toBe(false);
    expect(answers('除了《茉莉花》还唱了哪些歌', '晚会唱了《茉莉花》')).toBe(false);
    expect(answers('晚会唱了哪些歌', '晚会有歌手张三、歌手李四、歌手王五')).toBe(false);
  });

  it('may be anything where nothing of a kind is asked for', () => {
    expect(answers('旅游扶贫', '今天下雨')).toBe(true);
  });
});

describe('kinds of questions', () => {
  it('are decisive where without something of the kind there is no answer', () => {
    expect([...(['year', 'day', 'age', 'holder', 'said', 'reason'] as const)].every(isDecisive)).toBe(true);
    expect((['list', 'place', 'yesno', 'other'] as const).some(isDecisive)).toBe(false);
  });

  it('have phrases that often introduce the answer', () => {
    expect(cueIn('place', '大桥位于青禾县')).toBe(true);
    expect(cueIn('place', '大桥建成')).toBe(false);
    expect(cueIn('reason', '因为下雨')).toBe(true);
  });
});
