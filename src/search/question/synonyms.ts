import { words } from '../../language/segment.ts';
import { termOf } from '../../language/terms.ts';
import { pairAt, type PairFrequencies } from '../index/bigrams.ts';
import type { Statistics } from '../index/statistics.ts';
import type { Question } from './question.ts';

/**
 * Words that articles of this kind use for one another, one group a line, each word in one line only. What is merely
 * related (贫困 and 扶贫, 游客 and 旅游) does not belong here.
 */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = `
扶贫 脱贫 减贫 乡村振兴
贫困户 建档立卡户
帮扶 对口支援 结对
旅游 文旅 旅发
旅游局 旅发委 文旅局
农民 农牧民 村民 农户
民宿 农家乐
务工 打工
增收 致富
协作 合作
签署 签订
出席 参加 参会
负责人 领导
指出 强调 表示
召开 举行 举办
成立 组建 创立 创建 建立
修建 建设 兴建
动工 开工
竣工 完工 建成
资金 经费 款项
投资 投入
增长 增加 上升 提高
下降 减少 降低
去世 逝世 病逝 过世
出生 诞生
大学 高校
医师 医生
上映 公映
演唱 献唱
结婚 婚姻
职工 员工
首次 第一次
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const others = new Map<string, readonly string[]>();
for (const group of SYNONYM_GROUPS)
  for (const word of group)
    others.set(
      word,
      group.filter((other) => other !== word),
    );

/**
 * Query expansion for words out of the index: each word that no article has is replaced by those of its synonyms that some article
 * has (减贫 finds 扶贫 where nobody writes 减贫). Words that do occur are not expanded: adding their synonyms improved no
 * ranking (docs/search.md).
 */
export function withSynonyms({ pairs }: Statistics, question: Question): Question {
  const terms = new Set(question.terms);
  for (const [word, synonyms] of others) {
    if (!question.matter.includes(word) || occurs(pairs, word)) continue;
    const standing = synonyms.filter((synonym) => occurs(pairs, synonym));
    if (standing.length === 0) continue;
    for (const part of parts(word)) terms.delete(part);
    for (const synonym of standing) for (const part of parts(synonym)) terms.add(part);
  }
  return { ...question, terms: [...terms] };
}

/** A word of the table may be cut into several. */
function parts(word: string): string[] {
  return words(word).map(termOf);
}

/** Whether some passage has each pair of the word's characters. */
function occurs(pairs: PairFrequencies, word: string): boolean {
  for (let i = 0; i + 1 < word.length; i++) if (pairs.of(pairAt(word, i)) === 0) return false;
  return true;
}
