/** How it is used and what is taken away from it: what /help teaches, references. */
export const usage = {
  'help.filters': '缩小范围：地区、官员、起、止可以加在查询里。',
  'help.scripts': '简体、繁体都能查，找到的一样；引文照原文，也可以换一种字体看。',
  'help.privacy': '隐私：👍 👎 只记下所评的问题、回答和好坏，不记是谁评的。',
  'cite.button': '引用',
  'cite.head': '出处，可以直接粘贴：',
  'cite.file': '放不下的在附件里，那里有全部。',
  'cite.in_words': '文字',
  'cite.title': '《{title}》',
  'cite.quote': '「{quote}」',
  'cite.plain': '——{title}，{source}，{date}',
  'cite.year_unknown': '{date}，年份不详',
  'export.head': '「{query}」：{exported} 条引文，CSV 和 JSON Lines 各一份。',
  'export.more': '另有 {left} 条放不下；可以用地区、官员、起、止分几次导出。',
  'export.columns': '每条有引文、标题、来源、日期及其依据、文章编号、链接。CSV 里像公式的格子前面加了撇号；JSON Lines 照原文。',
};
