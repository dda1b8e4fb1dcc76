/**
 * Page furniture: the lines of a scraped news page that are not the article. Each rule says what such a line looks
 * like on any site; all look at the folded line (Simplified, half-width, lower case).
 */
import type { LeftOutKind } from '../article.ts';
import { isMetaLine, type MetaLine } from './meta-line.ts';

/** A line longer than this is prose, whatever it begins with. In UTF-16 units. */
const LONGEST_FURNITURE = 120;

const PAGE_CONTROL = new RegExp(
  String.raw`^(?:(?:当前|现在|您|你)(?:的|所在|现在)*(?:位置|在)[:是].{0,80}|首页\s?[>›»/→-].{0,80}|(?:上|下)一(?:篇|页|条|版|则)(?:文章|新闻|信息|` +
    String.raw`稿件)?(?:[:\s»>].{0,60}|没有了)?|返回(?:首页|顶部|列表|上一页)|关闭(?:窗口|本页)|打印本页.{0,12}|扫一扫[^。,]{0,30}|` +
    String.raw`[▲▼↓↑]?扫描?二维码[^。]{0,30}|长按[^。]{0,20}二维码[^。]{0,20}|[▲▼↓↑\s([【]*(?:点击|轻触|戳)(?:上方|下方|左下角|蓝字|这里|此处|查看|阅读|进入|下载|` +
    String.raw`收听|播放|图片|标题|链接|展开)[^。]{0,30}|共?\s?\d{1,4}\s?页[^。]{0,20}|(?:轻触|点击)?阅读(?:原文|全文)|加载更多|(?:视频|图片|音频)加载[^。]{0,20}|` +
    String.raw`展开全文|(?:返回.{1,6},)?查看更多.{0,10}|跳(?:至|到|转)[^。]{0,12}|(?:请)?继续往下(?:阅读|看|滑)[^。]{0,8}|` +
    String.raw`(?:向下|下滑|往下)[^。]{0,8}(?:阅读|继续|更多)[^。]{0,4}|[(【[-]?\s?(?:完|全文完|本文完|the end|end)\s?[)】\]-]?|广告|推广|advertisement)$`,
);
/** #民生实事 12个: the albums of a post; #通车 #民生: its tags. */
const HASHTAGS = /^(?:#[^#\s]{1,20}\s?\d{1,4}\s?个(?:\s|$))+$|^(?:#[^#\s]{1,20}#?(?:\s+|$)){2,}$/;
/** The label of a form's field over the text that it holds. */
const TEXT_LABEL = /^[【[]?(?:正文|(?:新闻|文章|信息|详细|正文)(?:正文|内容)|(?:content|text|body)(?=:))[】\]]?\s?:?$/;
const SITE_NOTICE = new RegExp(
  String.raw`^(?:版权所有|版权声明|免责声明|声明:|copyright|©|[^。]{0,12}icp备|京公网安备|(?:网站地图|联系我们)(?:$|[\s:|/·])|(?:主办|承办|协办|指导|技术支持|维护|` +
    String.raw`主管)(?:单位|部门)?:|(?:网站)?(?:标识码|备案号):)`,
);
const ADVERTISEMENT = /^(?:新闻)?(?:纠错|报料|爆料|投稿|举报)(?:热线|邮箱|信箱|电话)?\s?:|^[(【[]?(?:广告|推广|赞助|advertisement)[)】\]:]/;
/** 本报记者 王一 摄, (王一/摄), 图片来自新华社: who took the picture. */
const CREDIT = new RegExp(
  String.raw`^[(【[]?(?:(?:本报|本网|本台|新华社)?(?:记者|通讯员|特约记者)?[:/\s]?[\p{Script=Han}·]{2,4}(?:[、\s][\p{Script=Han}·]{2,4})?[/` +
    String.raw`\s]?(?:摄影?|拍摄|供图)|(?:图片?|照片|题图|图源|供图)(?:片|为)?(?:来源|来自|由)?[:/][^。]{2,20})[)】\]]?$`,
  'u',
);
const STATED_TITLE =
  /^\(?(?:[(【[](?:主题|标题|正题)[)】\]]|(?:标 ?题|题 ?目|原标题|新闻标题|文章标题)[:\s]|(?:主题|主旨|title|headline|subject):)\s?[【[《]?(.{4,80}?)[】\]》]?\)?$/;
const LISTED =
  '文章|新闻|阅读|链接|报道|推荐|资讯|内容|稿件|专题|信息|图片|视频|排行榜?|评论|回顾|要闻|动态|公告|专栏|组图|热点|热文|热榜|精选';
const RELATED_HEADING = new RegExp(
  `^[-·•*>\\s【[]*(?:猜你喜欢|大家(?:都)?在看|往下看更多.{0,6}|为您推荐|排行榜|新闻排行|友情链接|延伸阅读|你可能(?:还)?(?:喜欢|感兴趣).{0,8}|您可能.{0,12}|(?:网友|最新|` +
    `全部|热门|精彩)?(?:评论|留言|跟帖)(?:区|列表)?|` +
    `(?:相关|热门|热点|精彩|最新|最热|更多|推荐|本类|同类|往期|今日|本周|本月|一周|编辑|频道|栏目|图片|阅读|点击|头条|滚动|独家|您?感兴趣的?|` +
    `其他)(?:的)?(?:${LISTED})(?:${LISTED})?)[】\\]]*[\\s:>»]*$`,
);
/** 相关文章:通车: a list of one, on the line of its heading. */
const RELATED_ROW =
  /^[-·•*>\s【[]*(?:相关|延伸|更多|热门|精彩|推荐|往期)(?:文章|新闻|阅读|链接|报道|推荐|回顾|专题)[】\]]?\s?[:|>]\s?[^。]{4,80}$/;
/** A time of publication to the minute, as list pages stamp their items; with or without the year. */
export const STAMP = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?\s?\d{1,2}:\d{2}(?::\d{2})?\s*[\])]?$/;
/** A bare day at the end, as list pages stamp their items. */
const DAY_STAMP = /[\s([【]?(?:(?:19|20)\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])】]?$/;
const LIST_ITEM = /^(?:[-·•*■□◆●▪>]|\d{1,2}[.、)])\s*\S/;

/** What kind of furniture a line is by its looks alone, or null for what may be prose. */
export function furnitureKind(folded: string, meta: MetaLine | null): LeftOutKind | null {
  if (folded.length > LONGEST_FURNITURE) return null;
  // 上一篇 下一篇 2019年6月13日 A8：社会: the day is the page's.
  if (meta && meta.dates.length > 0 && meta.controls > 0 && isMetaLine(folded, meta)) return null;
  if (PAGE_CONTROL.test(folded) || HASHTAGS.test(folded) || TEXT_LABEL.test(folded) || isBreadcrumb(folded)) return 'page-control';
  if (SITE_NOTICE.test(folded) || ADVERTISEMENT.test(folded)) return 'site-notice';
  if (RELATED_ROW.test(folded)) return 'related-list';
  if (CREDIT.test(folded)) return 'byline';
  if (!meta) return isMarksOnly(folded) ? 'page-control' : null;
  if (meta.dates.length > 0) return null;
  if (isButtons(meta)) return 'share-bar';
  if (!isMetaLine(folded, meta)) return null;
  if (meta.labels.includes('count')) return 'counter';
  if (meta.labels.includes('control')) return 'page-control';
  // 记者: may open an answer of an interview.
  return meta.labels.every((label) => label === 'source' || label === 'person' || label === 'updated') ? 'byline' : null;
}

/** A row of buttons: 分享 微信 QQ空间, 赞 0 赏. */
function isButtons({ controls, labels, unknown, dates, source }: MetaLine): boolean {
  const words = unknown.reduce((sum, { start, end }) => sum + end - start, 0);
  const isButtonLabel = labels.every((label) => label === 'count' || label === 'control');
  return dates.length === 0 && source === null && isButtonLabel && controls + labels.length > 0 && words <= Math.min(6, controls * 2);
}

/** Signs, digits and brackets without a word: 【1】【2】, +1, ====. */
function isMarksOnly(folded: string): boolean {
  return !/[\p{L}]/u.test(folded) && !/\d{5}/.test(folded);
}

/** 首页 > 要闻 > 正文: short names with a sign between them that no sentence has, one of them a page's. */
export function isBreadcrumb(folded: string): boolean {
  const parts = folded.split(/\s?(?:->|>+|»|›|→)\s?/);
  if (parts.length >= 2) return folded.length <= 80 && parts.every((part) => part.length <= 14) && !/[。,]/.test(folded);
  const slashed = folded.split('/');
  return slashed.length >= 2 && folded.length <= 30 && /^(?:首页|正文|新闻中心|要闻)$|\/(?:正文|首页)$/.test(folded);
}

/** The title in a line such as `标题:【…】`; offsets in the line, or null. */
export function statedTitle(folded: string): { start: number; end: number } | null {
  const match = folded.length > LONGEST_FURNITURE ? null : STATED_TITLE.exec(folded);
  // A label over signs alone (title: ---) states nothing.
  if (!match || !/[\p{L}\p{N}]/u.test(match[1]!)) return null;
  const start = folded.indexOf(match[1]!, folded.search(/[:\s]/));
  return { start, end: start + match[1]!.length };
}

/** `相关文章:`, `猜你喜欢`: what follows belongs to other pages, as far as it is a list. */
export function isRelatedHeading(folded: string): boolean {
  return folded.length <= 20 && RELATED_HEADING.test(folded);
}

/** A bulleted, numbered or time-stamped line without a full stop: an entry in a list of headlines. */
export function isListItem(folded: string): boolean {
  return folded.length <= LONGEST_FURNITURE && !/[。;]$/.test(folded) && (LIST_ITEM.test(folded) || STAMP.test(folded));
}

/** A headline with a day behind it: an entry of a list of other pages. */
export function isDatedRow(folded: string): boolean {
  const match = folded.length > LONGEST_FURNITURE || /[。;]/.test(folded) ? null : DAY_STAMP.exec(folded);
  return match !== null && match.index >= 6;
}

/** The calendar stamp that ends a list item (`2018/5/25 16:52:11`), or null; `year` is null where none is printed. */
export function itemStampOf(folded: string): { text: string; year: number | null; month: number; day: number } | null {
  const match = STAMP.exec(folded);
  if (!match) return null;
  return { text: match[0], year: match[1] ? Number(match[1]) : null, month: Number(match[2]), day: Number(match[3]) };
}
