import type { usage as original } from '../zh-CN/usage.ts';

export const usage: typeof original = {
  'help.filters': '縮小範圍：地區、官員、起、止可以加在查詢裡。',
  'help.scripts': '簡體、繁體都能查，找到的一樣；引文照原文，也可以換一種字體看。',
  'help.privacy': '隱私：👍 👎 只記下所評的問題、回答和好壞，不記是誰評的。',
  'cite.button': '引用',
  'cite.head': '出處，可以直接貼上：',
  'cite.file': '放不下的在附件裡，那裡有全部。',
  'cite.in_words': '文字',
  'cite.title': '《{title}》',
  'cite.quote': '「{quote}」',
  'cite.plain': '——{title}，{source}，{date}',
  'cite.year_unknown': '{date}，年份不詳',
  'export.head': '「{query}」：{exported} 則引文，CSV 和 JSON Lines 各一份。',
  'export.more': '另有 {left} 則放不下；可以用地區、官員、起、止分幾次匯出。',
  'export.columns': '每則有引文、標題、來源、日期及其依據、文章編號、連結。CSV 裡像公式的儲存格前面加了撇號；JSON Lines 照原文。',
  'help.unanswered': '文章沒有回答的問題會留下，只計問了幾次，不記是誰問的。',
  'feedback.unanswered': '沒有回答的問題（{total}），問得多的在前',
  'feedback.times': '{times} 次',
  'own.post': '發到頻道',
  'own.remove': '刪除',
  'own.threads': '提到它時另開討論串回答的頻道',
};
