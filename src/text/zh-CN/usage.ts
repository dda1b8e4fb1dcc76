/** How it is used: what /help teaches. */
export const usage = {
  'help.filters': '缩小范围：地区、官员、起、止可以加在查询里。',
  'help.scripts': '简体、繁体都能查，找到的一样；引文照原文，也可以换一种字体看。',
  'help.privacy': '隐私：👍 👎 只记下所评的问题、回答和好坏，不记是谁评的。',
};
