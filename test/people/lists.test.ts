import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';

/** Names with the titles that the text ties to them. */
const people = (text: string) =>
  Object.fromEntries(findOfficials({ title: '', text }).map(({ name, titles }) => [name, titles.map((title) => title.text)]));
const leaders = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ['县领导']]));

describe('lists of officials', () => {
  it.each([
    ['县领导陈志远、周文斌、欧阳海等参加，种下油茶苗六百株。', ['陈志远', '周文斌', '欧阳海']],
    ['县领导牛犇、马骏、江河、诸葛亮明出席。', ['牛犇', '马骏', '江河', '诸葛亮明']],
    ['参加调研的县领导有：王磊、李静、张勇。', ['王磊', '李静', '张勇']],
    ['县领导：陈志远 周文斌 郑国栋', ['陈志远', '周文斌', '郑国栋']],
  ])('%s', (text, names) => {
    expect(people(text)).toEqual(leaders(...names));
  });

  it.each([
    '县领导多次到现场指导工作。',
    '县领导、乡镇干部和群众代表参加。',
    '县领导安排、部署、检查工作。',
    '县领导于近日、和各乡镇、向全县通报。',
    '副县长分管公安、武警、民政等工作。',
  ])('%s names nobody', (text) => {
    expect(people(text)).toEqual({});
  });

  it('bodies do not end them as names', () => {
    expect(people('副县长王强、李明和武警、安监站等参加。')).toEqual({ 王强: ['副县长'], 李明: ['副县长'] });
  });

  it('in a row of office holders stands a name, even one that is a word', () => {
    expect(people('市委常委、宣传部部长张永红，栖岭县委书记庄严，云泽县县长虢正明在协议上签字。')).toEqual({
      张永红: ['市委常委', '宣传部部长'],
      庄严: ['栖岭县委书记'],
      虢正明: ['云泽县县长'],
    });
    expect(people('宣传部部长张永红，县委书记高兴地说，路修好了。')).not.toHaveProperty('高兴');
  });

  it('before a verb of speech stands a name, however rare', () => {
    expect(people('县妇联主席水清清说，课堂上有一条规矩。')).toEqual({ 水清清: ['县妇联主席'] });
    expect(people('县果业中心主任折海宁介绍，电费县里补三成。')).toEqual({ 折海宁: ['县果业中心主任'] });
    expect(people('县妇联主席高兴地说，课堂上有一条规矩。')).toEqual({});
    expect(people('县妇联主席同记者说，课堂上有一条规矩。')).toEqual({});
  });
});

describe('appointments and dismissals', () => {
  it.each([
    ['会议选举产生了许慧敏、蒋月英2人为柳浦镇副镇长。', { 许慧敏: ['柳浦镇副镇长'], 蒋月英: ['柳浦镇副镇长'] }],
    ['会议选举刘洋、周涛等三名同志为镇人大副主席。', { 刘洋: ['镇人大副主席'], 周涛: ['镇人大副主席'] }],
    ['李小红（女）同志任市水利局总工程师（试用期一年）；', { 李小红: ['市水利局总工程师'] }],
    ['孟和巴特尔同志任市民族宗教事务局局长；', { 孟和巴特尔: ['市民族宗教事务局局长'] }],
    ['一、任命：\n尚 伟为云岫县人民政府副县长；', { 尚伟: ['云岫县人民政府副县长'] }],
    ['二、免去：\n侯　敏的云岫县卫生健康局局长职务。', { 侯敏: ['云岫县卫生健康局局长'] }],
    ['阿依古丽，女，维吾尔族，1980年1月出生，现任河西县妇联主席。', { 阿依古丽: ['河西县妇联主席'] }],
    ['李佳、朱丹当选为副主席。', { 李佳: ['副主席'], 朱丹: ['副主席'] }],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});
