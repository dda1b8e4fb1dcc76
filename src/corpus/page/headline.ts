import { fold } from '../../language/script.ts';
import type { PageEvidence } from './evidence.ts';
import { statedTitle } from './furniture.ts';
import { DOCUMENT, type Look, looksLikeHeadline } from './looks.ts';

/** So much of the beginning of the text is asked whether it has the headline's words. In UTF-16 units. */
const LEAD = 400;
/** A candidate that scores less is no headline: then the title is made from the first sentence. */
const LEAST = 0.5;

/** Lines of furniture that may stand between a headline and its date. */
const FARTHEST = 12;

/** What each piece of evidence is worth. A title that shares all its words with the lead needs nothing else. */
const WEIGHTS = {
  shared: 4,
  beforeDate: 1.5,
  afterDate: 0.8,
  beforeText: 0.8,
  long: 1,
  short: -0.6,
  repeated: 1,
  setApart: 0.3,
  stated: 3,
  subtitle: -6,
  person: -4,
  deck: -3,
  channel: -2.5,
  office: -4,
  numbered: -4,
  kicker: -4,
  button: -4,
  edition: -4,
  row: -1.5,
};

/** 本报评论员, 文/王一, 县委书记 周文斌: who wrote or spoke, on a line of its own. */
const PERSON = new RegExp(
  String.raw`^(?:[(（]?(?:本报|本网|本台|特约|新华社|[\p{Script=Han}]{2,8}(?:报|网|社))?(?:评论员|记者|通讯员|特派员|编辑部|编辑|作者)[:\s/|` +
    String.raw`]*[\p{Script=Han}\s·]{0,16}[)）]?|[\p{Script=Han}]{2,8}(?:记者|` +
    String.raw`通讯员)[:\s/|]+[\p{Script=Han}·]{2,4}(?:[\s、]+[\p{Script=Han}·]{2,4}){0,4}|` +
    String.raw`[文图]\s?[/|:].{2,20}|[\p{Script=Han}]{2,16}(?:书记|[县市省区镇乡局厅部院校会]长|主任|主席|委员|` +
    String.raw`司长|经理|总裁|教授|研究员)\s+[\p{Script=Han}·]{2,4})$`,
  'u',
);
/** 周敏主持, 王一 李二出席: who else was there, on lines of their own about a headline. */
const DECK =
  /^(?:[^\P{Script=Han}在的会上]{2,4}[\s、]?){1,4}(?:主持(?:会议)?|出席(?:会议|并讲话)?|参加(?:会议|调研)?|陪同(?:调研)?|讲话)$/u;
/** The name of a channel, a paper or a part of a site. */
export const CHANNEL = new RegExp(
  String.raw`^[\p{Script=Han}a-z0-9·]{0,8}(?:新闻(?:中心|网)?|频道|日报|晚报|时报|网|在线|动态|要闻|快讯|专栏|公告|公示|信息|专题|头条|中心|之窗|发布|版|资讯|播报|简讯|` +
    String.raw`时政|综合|评论|副刊|导航|专版|数字报(?:刊|纸)?|电子[报版]|客户端)$`,
  'u',
);
/** 青禾日报, 青禾日报数字报: a paper's name on a line of its own above the headline. */
export const PAPER =
  /^[【《]?([\p{Script=Han}]{1,8}(?:日报|晚报|时报|晨报|早报|商报|周报|快报|都市报|新报|周刊))[】》]?\s?(?:数字报(?:纸|刊)?|电子[版报]|数字版)?$/u;
/** 区水务局, 青禾县融媒体中心: who publishes, on a line of its own. */
const OFFICE =
  /^[\p{Script=Han}]{2,24}(?:政府|委员会|委|办公室|办|局|厅|处|署|中心|集团|公司|大学|学院|协会|法院|检察院|总队|支队|报社|电视台)$/u;
/** Words of buttons, wherever they stand in a line. */
export const BUTTON_WORD =
  /收录于|合集|以下文章|蓝字|加载失败|微信|扫码|二维码|分享|朋友圈|收藏|转发|点赞|关注|下载|客户端|字[体号]|打印|储存|播放|收听|朗读|评论|举报|登[录入]|注册|加载|订阅/;
/** What documents are called by their last word. */
const DOCUMENT_END = /(?:公告|公示|通告|通知|公报|启事|声明|名单)$/;
/** 青政办〔2019〕9号: the number of a document. */
const DOCUMENT_NUMBER = /^.{0,24}[〔[(【]\d{4}[〕\])】]\s?第?\d{1,5}号$/;
/** 电话：0000-0000000: how to reach somebody. */
const CONTACT = /^[\p{Script=Han}]{2,8}:?\s?[\d()+-][\d()+\s-]{4,}$/u;
/** One of several points: 一、, (二), 第三. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.]|第[一二三四五六七八九十]{1,3}[章节条])/;
const SUBTITLE =
  /^\(.*\)$|^[(【[]?(?:副题|副标题|引题|肩题|眉题)[)】\]:]|^[(（]?[—–-]{1,2}|之[一二三四五六七八九十\d]+$|^(?:系列|连载|上接|下转)/;

/** 韩志勇在各镇调研时强调: what is said stands in the line below, and that is the headline. */
const KICKER = /(?:强调|指出|要求|表示|提出|呼吁|坦言|时说|认为)$/;
const LONGEST_NAME = 4;
/** 第02版：综合新闻, A05 城事: a page of a paper. */
const EDITION = /^(?:第?\s?[a-z]?\d{1,3}\s?版|[a-z]\d{1,3}(?=[\s:.]|\p{Script=Han}))/u;

/** The name of an office or a firm, alone on its line. */
export function isOffice(folded: string): boolean {
  return OFFICE.test(folded);
}

/** Behind such a word a title goes on, and with an open bracket. */
const GOES_ON = /(?:关于|印发|转发|批转|公布|召开|举行|《[^《》]*|“[^“”]*)$/;
const SECOND_HALF = /^(?:关于|印发|转发|公布|批转)/;

/** Whether two lines are one title: the office and what it is about, or a line that breaks off and the rest of it. */
export function isFirstHalf(above: string, below: string): boolean {
  const isShort = above.length >= 4 && above.length <= 60 && below.length <= 60;
  return isShort && looksLikeHeadline(below) && ((SECOND_HALF.test(below) && isOffice(above)) || GOES_ON.test(above));
}

/** A subtitle, or who wrote or spoke: what may stand between a headline and its text. */
export function isSubtitle(folded: string): boolean {
  return SUBTITLE.test(folded) || PERSON.test(folded);
}

/**
 * The line that is the headline of the text that begins at `first`, by weighed evidence: it shares its words with the first
 * sentences, stands beside the line of the date or above the text, is long, is repeated, is stated elsewhere; against it:
 * it is a channel, a person, a subtitle, an entry of a list. -1 where none of the lines from `from` on is one.
 */
export function findHeadline(looks: readonly Look[], from: number, first: number, evidence: PageEvidence): number {
  const lead = titlePairs(textFrom(looks, first));
  const counts = new Map<string, number>();
  for (const { folded, headline } of looks) if (headline) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const stated = (evidence.titles ?? []).map(({ text }) => bare(fold(text))).filter((text) => text.length >= 4);
  let best = -1;
  let bestScore = LEAST;
  for (let i = from; i < first; i++) {
    const look = looks[i]!;
    // A label without a value has it on the next line.
    const isValue = looks[i - 1]?.meta?.awaits === 'source';
    if (!look.headline || look.kind !== null || look.heading || look.notice || isValue) continue;
    const score = scoreOf(looks, i, first, lead, counts.get(look.folded)!, stated);
    // Of two alike, the lower one stands nearer to the text; a copy of the same words does not count anew.
    if (score > bestScore || (score === bestScore && look.folded !== looks[best]?.folded)) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(looks: readonly Look[], i: number, first: number, lead: Set<string>, times: number, stated: readonly string[]): number {
  const { folded, row } = looks[i]!;
  const words = bare(folded);
  const shared = share(words, lead);
  let score = WEIGHTS.shared * shared;
  const below = neighbour(looks, i, 1, first);
  const above = neighbour(looks, i, -1, first);
  if (below === 'date') score += WEIGHTS.beforeDate;
  if (above === 'date') score += WEIGHTS.afterDate;
  if (below === 'text') score += WEIGHTS.beforeText;
  if (words.length >= 8) score += WEIGHTS.long;
  else if (words.length <= 5 && !DOCUMENT.test(folded)) score += WEIGHTS.short;
  if (times > 1 && words.length >= 8) score += WEIGHTS.repeated;
  if (stated.some((title) => title === words || title.startsWith(words) || (words.length >= 8 && title.includes(words))))
    score += WEIGHTS.stated;
  if (SUBTITLE.test(folded)) score += WEIGHTS.subtitle;
  if (PERSON.test(folded)) score += WEIGHTS.person;
  if (DECK.test(folded)) score += WEIGHTS.deck;
  // 任前公示公告, right above its text or its date: a channel's name stands in a menu.
  const isDocument = below !== null && (DOCUMENT.test(folded) || (words.length > 6 && DOCUMENT_END.test(folded)));
  if (words.length <= 10 && CHANNEL.test(folded) && !isDocument && (words.length <= 6 || below !== 'date')) score += WEIGHTS.channel;
  if (isOffice(folded) && !/调研|视察|走进|访/.test(folded)) score += WEIGHTS.office;
  if (PAPER.test(folded)) score += WEIGHTS.office;
  if (NUMBERED.test(folded)) score += WEIGHTS.numbered;
  if (row) score += WEIGHTS.row;
  if (words.length <= 12 && shared < 0.3 && BUTTON_WORD.test(folded)) score += WEIGHTS.button;
  if (isKicker(looks, i)) score += WEIGHTS.kicker;
  if (EDITION.test(folded) || DOCUMENT_NUMBER.test(folded) || CONTACT.test(folded)) score += WEIGHTS.edition;
  return score;
}

/** A line that says who said so, over the line that says what. */
function isKicker(looks: readonly Look[], i: number): boolean {
  if (!KICKER.test(looks[i]!.folded)) return false;
  // The speaker's name may stand between them.
  const next = looks.slice(i + 1, i + 3).find(({ folded }) => folded.length > LONGEST_NAME);
  return next !== undefined && next.headline && !next.row && next.kind === null && next.folded.length >= 6;
}

/** What stands next above or below, furniture and copies of the line passed over: a line with a day, the text, or another. */
function neighbour(looks: readonly Look[], i: number, step: 1 | -1, first: number): 'date' | 'text' | null {
  for (let j = i + step; j >= 0 && j <= first && Math.abs(j - i) <= FARTHEST; j += step) {
    const look = looks[j]!;
    if (look.meta && look.meta.dates.some(({ role }) => role !== 'other-day')) return 'date';
    // 各乡镇人民政府: whom a letter or a document speaks to is its first line.
    if (j === first || (step === 1 && look.announces)) return 'text';
    const passed =
      look.kind !== null ||
      look.meta !== null ||
      look.folded === looks[i]!.folded ||
      (step === 1 && (isSubtitle(look.folded) || DOCUMENT_NUMBER.test(look.folded) || statedTitle(look.folded) !== null));
    if (!passed) return null;
  }
  return null;
}

/** Of a text's Han pairs, the share that another has; 0 for a text without any. */
export function share(words: string, pairs: Set<string>): number {
  const own = titlePairs(words);
  let shared = 0;
  for (const pair of own) if (pairs.has(pair)) shared++;
  return own.size === 0 ? 0 : shared / own.size;
}

export function titlePairs(folded: string): Set<string> {
  const words = bare(folded);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < words.length; i++) pairs.add(words.slice(i, i + 2));
  return pairs;
}

/** Letters and digits alone: what two printings of one title have in common. */
export function bare(folded: string): string {
  return folded.replace(/[\s\p{P}\p{S}]/gu, '');
}

function textFrom(looks: readonly Look[], first: number): string {
  let text = '';
  for (let i = first; i < looks.length && text.length < LEAD; i++) if (looks[i]!.prose) text += looks[i]!.folded;
  return text.slice(0, LEAD);
}
