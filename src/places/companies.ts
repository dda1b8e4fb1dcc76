import type { Span } from '../language/span.ts';

/** ……公司(以下简称“赣州孚创”): what a company is called from then on. */
const DECLARED = /(?:公司|集团|企业|合伙\)|事务所|银行)[”"」]?\([^()]{0,12}?[简下]称[:为]?[“"「『]?([\p{Script=Han}a-z0-9]{3,10})/gu;
/** What is said of shares and of nothing else. */
const MARKET = /涨停|跌停|股价|个股|概念股|板块|领涨|领跌|收涨|收跌|[涨跌](?:超|逾|近|幅)|停牌|复牌|该股|[一三]季报|年报显示|主营收入/g;
const SENTENCE = /[^。！？!?\n]*/y;
const STOPS = '。！？!?\n';
/** Shares go by four characters, the first two often a city's: 岳阳林纸、山鹰国际涨停. */
const SHARE = /(?<=^|[、,，:：;；及和(])\p{Script=Han}{4}(?=[、,，(]|[涨跌]|等[多\d、,，]|领[涨跌]|封板|触及|20\d\d)/gu;
/** Four characters that tell where, not who: 上海市场, 华东地区. */
const WHERE = /(?:地区|市场|方面|[等多两三四本各]地|大部|局部|[东西南北中]部|[全本我]?[省市区县])$/;

/** Where companies are called by a name that begins with a place's; the place is not what is meant. */
export function companyNames(folded: string): Span[] {
  const spans: Span[] = [];
  for (const { 1: name } of folded.includes('称') ? folded.matchAll(DECLARED) : []) {
    for (let start = folded.indexOf(name!); start >= 0; start = folded.indexOf(name!, start + name!.length))
      spans.push({ start, end: start + name!.length });
  }
  let read = 0;
  for (const { index } of folded.matchAll(MARKET)) {
    if (index < read) continue;
    let start = index;
    while (start > read && !STOPS.includes(folded[start - 1]!)) start--;
    SENTENCE.lastIndex = start;
    const sentence = SENTENCE.exec(folded)![0];
    read = start + sentence.length;
    for (const { 0: name, index: at } of sentence.matchAll(SHARE)) {
      if (!WHERE.test(name)) spans.push({ start: start + at, end: start + at + name.length });
    }
  }
  return spans;
}
