/**
 * Page furniture: the lines of a scraped news page that are not the article. Each rule says what such a line looks
 * like on any site; all look at the folded line (Simplified, half-width, lower case).
 */
import type { LeftOutKind } from '../article.ts';

interface Rule {
  kind: LeftOutKind;
  matches: (line: string) => boolean;
}

/** A line longer than this is prose, whatever it begins with. */
const LONGEST_FURNITURE = 120;

const SHARE_WORDS =
  '分享到?至?|转发到?|微信(?:好友|朋友圈)?|朋友圈|新?浪?微博|腾讯微博|qq(?:空间|好友)?|豆瓣|人人网?|知乎|百度贴吧|复制链接|收藏(?:本文|本页)?|点赞|打印(?:本页|本文)?|推荐给朋友|更多';
const SHARE_BAR = new RegExp(`^(?:(?:${SHARE_WORDS}|打印|收藏)[\\s:|/·,、]*)+$`);
const COUNTERS =
  /^[-·•*\s]*(?:评论|分享|阅读|浏览|点击|点赞|跟帖|转发|收藏|人气|热度)(?:量|数|次数)?\s*[:(]?\s*\d*\s*[)次]?\s*(?:$|[|/].*$|(?:评论|分享|阅读|浏览)\s*[:(].*$)/;
const PAGE_CONTROL =
  /^(?:[【[(]?(?:字体|字号)(?:大小)?[:\s].{0,20}|(?:当前|您|你)(?:的|所在)?(?:位置|在)[:是].{0,80}|首页\s*[>›»/].{0,80}|(?:上|下)一(?:篇|页|条)(?:[:\s].{0,60}|没有了)?|返回(?:首页|顶部|列表|上一页)|关闭(?:窗口|本页)|打印本页.{0,12}|扫一扫[^。]{0,30}|扫描?二维码[^。]{0,30}|长按[^。]{0,20}二维码[^。]{0,20}|点击(?:查看|阅读|进入|下载)[^。]{0,30}|共?\s*\d+\s*页[^。]{0,20}|阅读原文|加载更多|展开全文|查看更多.{0,10})$/;
const SITE_NOTICE =
  /^(?:版权所有|版权声明|免责声明|声明[:：]|copyright|©|.{0,12}icp备|京公网安备|(?:网站地图|联系我们)(?:$|[\s:|/·])|主办单位[:：]|承办单位[:：]|技术支持[:：])/;
const LABELS =
  '责任编辑|责编|编辑|编审|审核|校对|作者|撰稿|撰文|供图|摄影|图片来源|监制|一审|二审|三审|初审|复审|终审|信息来源|文章来源|稿件来源|来源|来源于|出处';
const BYLINE = new RegExp(`^[【[(]?(?:${LABELS})[:\\s][^。]{0,60}[】\\])]?$`);
/** A day to which nothing but a label and a time of day belongs. */
const DATE = String.raw`(?:(?:发布|更新|发表|发稿)?(?:时间|日期|于)[:\s]*)?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s*(?:星期.|\d{1,2}[:时]\d{2}(?::\d{2})?分?))*`;
const BESIDE_DATE = String.raw`(?:${LABELS}|记者|通讯员)\s?:\s*[^\s|:。]{1,30}|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*:?\s*\d+\s*次?|(?:字体|字号)(?:大小)?\s*:?\s*[[(【]?\s*大\s*中\s*小\s*[\])】]?`;
const DATE_LINE = new RegExp(String.raw`^(?:(?:${BESIDE_DATE})[\s|]+)*${DATE}(?:[\s|]+(?:${BESIDE_DATE}))*[\s|]*$`);
const STATED_TITLE = /^(?:标题|题目|原标题)[:\s]\s*[【[《]?(.{4,80}?)[】\]》]?$/;
const RELATED_HEADING =
  /^[-·•*>\s【[]*(?:猜你喜欢|相关(?:文章|新闻|阅读|链接|报道|推荐|资讯|内容|稿件|专题|信息)|延伸阅读|推荐(?:阅读|文章|新闻)|热门(?:文章|推荐|新闻|评论)|热点(?:推荐|新闻|文章)|精彩推荐|最新(?:文章|新闻|评论|资讯)|大家(?:都)?在看|更多(?:新闻|精彩|阅读|文章|相关).{0,6}|你可能(?:还)?(?:喜欢|感兴趣).{0,8}|您可能.{0,12}|阅读排行|新闻排行|点击排行|排行榜|本类推荐|同类文章|往期(?:回顾|推荐|精彩)|网友评论)[】\]]*\s*[:>»]*\s*$/;
/** A time of publication to the minute, as list pages stamp their items; with or without the year. */
export const STAMP = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*[\])]?$/;
const LIST_ITEM = /^(?:[-·•*■□◆●▪>]|\d{1,2}[.、)])\s*\S/;

const RULES: readonly Rule[] = [
  { kind: 'share-bar', matches: (line) => SHARE_BAR.test(line) },
  { kind: 'counter', matches: (line) => COUNTERS.test(line) },
  { kind: 'page-control', matches: (line) => PAGE_CONTROL.test(line) || SITE_NOTICE.test(line) },
  { kind: 'byline', matches: (line) => BYLINE.test(line) },
];

/** What kind of furniture a line is by its looks alone, or null for what may be prose. */
export function furnitureKind(folded: string): LeftOutKind | null {
  if (folded.length > LONGEST_FURNITURE) return null;
  return RULES.find((rule) => rule.matches(folded))?.kind ?? null;
}

/** The day in a line that says when the page came out, and perhaps from where, by whom and how often read; null in any other. */
export function dateIn(folded: string): string | null {
  return folded.length > LONGEST_FURNITURE ? null : (DATE_LINE.exec(folded)?.[1] ?? null);
}

/** The title in a line such as `标题:【…】`; offsets in the line, or null. */
export function statedTitle(folded: string): { start: number; end: number } | null {
  const match = folded.length > LONGEST_FURNITURE ? null : STATED_TITLE.exec(folded);
  if (!match) return null;
  const start = folded.indexOf(match[1]!, folded.search(/[:\s]/));
  return { start, end: start + match[1]!.length };
}

/** `相关文章:`, `猜你喜欢`: what follows belongs to other pages. */
export function isRelatedHeading(folded: string): boolean {
  return folded.length <= 20 && RELATED_HEADING.test(folded);
}

/** A bulleted, numbered or time-stamped line without a full stop: an entry in a list of headlines. */
export function isListItem(folded: string): boolean {
  return folded.length <= LONGEST_FURNITURE && !/[。;]$/.test(folded) && (LIST_ITEM.test(folded) || STAMP.test(folded));
}

/** The calendar stamp that ends a list item (`2018/5/25 16:52:11`), or null; `year` is null where none is printed. */
export function stampOf(folded: string): { text: string; year: number | null; month: number; day: number } | null {
  const match = STAMP.exec(folded);
  if (!match) return null;
  return { text: match[0], year: match[1] ? Number(match[1]) : null, month: Number(match[2]), day: Number(match[3]) };
}

/** A headline: short, one line, and not a sentence. */
export function looksLikeHeadline(folded: string): boolean {
  return folded.length >= 4 && folded.length <= 80 && /\p{Script=Han}/u.test(folded) && !/[。;,:…]$/.test(folded) && !/。/.test(folded);
}
