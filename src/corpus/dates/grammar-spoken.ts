/**
 * The pieces of dates that are said and not written in figures: weekdays, 三天前, 前三季度, 十四五, festivals, lunar days,
 * reigns. As in grammar.ts: sticky patterns over a folded text, each with lookarounds for what only looks like it.
 */
import { FEAST_NAMES, SHORT_FEAST_NAMES } from './feasts.ts';
import { anyOf, DAY, EDGE_OF_WORD, MONTH, NO_DIGIT_BEFORE, S, SEPARATOR, sticky } from './grammar.ts';

const NUMBER = '\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
const WEEK = '(?:星期|礼拜|周)';
const DAY_TIME = '(?:凌晨|清晨|早晨|早上|早间|上午|中午|午间|下午|午后|傍晚|晚间|晚上?(?!报|会|宴)|夜间|深夜)?';

/** 上周五, 下个星期一, 本周日; 周五, where it is one and not every one. */
export const WEEKDAY = sticky(
  `(?:(上上|上|下下|下|本|这)(?:一|个)?|(?<![每逢各全一二两三四五六七八九十\\d几数多满首第隔单双半个])` +
    `(?<!每${WEEK}[一二三四五六日天][、和及或至到-]|${WEEK}[一二三四五六日天][、及至到—~-])(?!${WEEK}[一二三四五日天][、和及]${WEEK}))` +
    `${WEEK}([一二三四五六日天])(?![至到—~-]${S}${WEEK}?[一二三四五六日天]|[年岁个期刊百千万圈些边]|(?<=一)起(?!施|实|开|至|到|正)|[一二三四五六日天](?:游|课))${DAY_TIME}`,
);
/** 上周, 本周末, 下个星期: from Monday to Sunday, or its weekend. */
export const WEEK_WORD = sticky(
  `(?<![以之线路网楼桌])(上上|上|下下|下|本|这)(?:一|个)?${WEEK}(末)?(?![\\d一二三四五六日天期边岁年刊报转围长线而延])`,
);
export const WEEK_SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };

/** 三年|前锋, 五天|后面: what only looks so. */
const NOT_BEHIND_AGO = '(?![后期面排卫勤景续备世方台半腰])';
/** 半年前, or 三天前, 两周后, 5年前: number, unit, direction. What is only about so long ago (十多年前, 几天前) is none. */
export const AGO = sticky(
  `(?<![上下前后大小多近第每约近])半年(?:之|以)?(前|后)${NOT_BEHIND_AGO}` +
    `|(?<![\\d.第每提近超过不多余约几数十百千万百分早晚])(${NUMBER})(天|日|个?${WEEK}|个月|年)(?:之|以)?(前|后)${NOT_BEHIND_AGO}`,
);
/** What follows is counted from what is told, unless it opens its clause: 三天后, 于三天后; not 出院三天后. */
export const BEFORE_LATER = /(?:^|[^\p{L}\p{N}]|[在于到至将])$/u;

/** 明后两天, 今明两年: the first and the last. */
export const DAYS_TOGETHER = sticky(
  `(?<![以之目此空])(今明后|昨今明|前昨今|今明|明后|昨今|前昨)(?:[两二三23]${S})?[天日](?!气)|(今明|去今|明后|今明后)[两二三23]${S}年`,
);
export const DAY_OF: Readonly<Record<string, number>> = { 前: -2, 去: -1, 昨: -1, 今: 0, 明: 1, 后: 2 };

/** 前三季度, 前两个月, 头5个月: from January on. */
export const FIRST_PARTS = sticky(
  `(?<![此之以目日月天提])(?:前|头)(${NUMBER})${S}(?:个)?(季度|月)(?![球底初末内后前一二三四五六七八九十\\d])`,
);
/** 三季度, 下半年 without a year. */
export const BARE_PERIOD = sticky(
  `(?<![每各两个几前头首单数\\d]|第\\d)(?:([上下])半年(?![报度])|第([一二三四1-4])季度|([一二三四1-4])季度(?![报])|(首)季度?(?!节)` +
    `|q([1-4])(?=单季度?|的?(?:营收|净利|财报|业绩|季报|收入|利润|毛利|销量|出货|同比|环比)))`,
);
/** 上季度, 本季度: counted from the article's own. */
export const QUARTER_WORD = sticky('(?<![以之])(上|本|这|下)(?:一|个|一个)?季度');
const ENGLISH_YEAR = '(?:19|20)\\d{2}';
/** 2020q3, 20q3, 2021h1: year, quarter or half. */
export const ENGLISH_PERIOD = sticky(
  `(?<![a-z\\d.])(?:(${ENGLISH_YEAR}|\\d{2}(?=[qh]))年?[ -]?(?:q([1-4])|h([12])|([1-4])q|([12])h)` +
    `|(?:q([1-4])|h([12])) ?(${ENGLISH_YEAR}))(?![a-z\\d])`,
);

/** 十四五: a plan of five years, from the seventh on (1986). */
export const PLAN = sticky(
  '(?<![\\d一二三四五六七八九十百千万第])(?:(十[一二三四五六])五(?![个岁年天名人万日月届周倍分点号里口位米层])' +
    '|(?<=[“"「『])(十?[一二三四五六七八九]|十)五(?=[”"」』](?:规划|时期|期间|计划|末))|(七|八|九|十)五(?=规划|时期|期间|计划|末))(?:规划)?(?:期间|时期)?',
);
/** 2020财年, 2020至2021学年. */
export const SCHOOL_YEAR = sticky(
  `${NO_DIGIT_BEFORE}((?:19|20)\\d{2})年?(?:(?:${SEPARATOR}|/)((?:19|20)?\\d{2})年?)?${S}(?:财年|财政年度|会计年度|学年度?|赛季|榨季|跨年度)`,
);
export const FISCAL_YEAR = sticky('(?<![a-z\\d])fy ?((?:19|20)?\\d{2})(?!\\d)');

/** 25/12/2020, 12/25/2020: which is the day is proven where it can be no month, or where both are the same. */
export const YEAR_LAST = sticky('(?<![\\d./-])(\\d{1,2})(?<sign>[/.-])(\\d{1,2})\\k<sign>((?:19|20)\\d{2})(?!\\d|[/.-]\\d|%)');

/** Years of reigns, and the years before the first of each: public facts. */
const REIGNS: readonly (readonly [name: string, before: number, last: number])[] = [
  ['洪武', 1367, 1398],
  ['永乐', 1402, 1424],
  ['宣德', 1425, 1435],
  ['正统', 1435, 1449],
  ['景泰', 1449, 1457],
  ['天顺', 1456, 1464],
  ['成化', 1464, 1487],
  ['弘治', 1487, 1505],
  ['正德', 1505, 1521],
  ['嘉靖', 1521, 1566],
  ['隆庆', 1566, 1572],
  ['万历', 1572, 1620],
  ['天启', 1620, 1627],
  ['崇祯', 1627, 1644],
  ['顺治', 1643, 1661],
  ['康熙', 1661, 1722],
  ['雍正', 1722, 1735],
  ['乾隆', 1735, 1796],
  ['嘉庆', 1795, 1820],
  ['道光', 1820, 1850],
  ['咸丰', 1850, 1861],
  ['同治', 1861, 1874],
  ['光绪', 1874, 1908],
  ['宣统', 1908, 1911],
  ['明治', 1867, 1912],
  ['昭和', 1925, 1989],
  ['平成', 1988, 2019],
  ['令和', 2018, 2100],
];
export const REIGN = sticky(`(${REIGNS.map(([name]) => name).join('|')})(?:皇?帝)?(?:(${NUMBER}|元)${S}年(?!代|间)|(?:年间|朝|时期))`);
/** The year before the first and the last of a reign. */
export const REIGN_YEARS: ReadonlyMap<string, readonly [before: number, last: number]> = new Map(
  REIGNS.map(([name, before, last]) => [name, [before, last]]),
);

/** 正月初五, 农历八月十五: month and day. Without 农历, only where no other calendar writes so. */
const LUNAR_DAYS = '初[一二三四五六七八九十]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九]?';
export const LUNAR = sticky(
  `(?:(?:农历|阴历|夏历)(?:的|闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九])月(${LUNAR_DAYS}|${DAY}日?|[一二三四五六七八九])` +
    `|(?<!闰)(正|冬|腊)月(${LUNAR_DAYS})|(?<![\\d闰])(${MONTH})月(初[一二三四五六七八九十]|廿[一二三四五六七八九]?)` +
    `|(?<![今去明前当同])大?年(初[一二三四五六七八九十]))(?![\\d一二三四五六七八九十])`,
);
export const LUNAR_MARK = sticky('农历|阴历|夏历');

/** What makes a stretch of a festival: its days off. */
const DAYS_OFF = '期间|假期间?|小长假(?:期间)?|长假(?:期间)?|黄金周(?:期间)?';
/** A festival as a time: not every one, not its customs, shows or sweets. */
const NO_TIME_BEFORE = '(?<![每历逢过庆到迎贺闹]|每年|历年|往年|年年|庆祝|传统)';
const NO_TIME_BEHIND =
  '(?!联欢|晚会|老人|树|礼[物品]|档|的?(?:由来|习俗|传统|来历|起源|文化|风俗|氛围|气氛|味道)|快乐|文化|习俗|元素|歌|慰问|走访|送温暖|是|作为|[”"’」』》]|问候|祝|纪念|主题|路|街|村|镇|乡|先生|女士)';
export const FEAST = sticky(`${NO_TIME_BEFORE}(${FEAST_NAMES})(?:${S}(${DAYS_OFF}))?${NO_TIME_BEHIND}${DAY_TIME}`);
/** 中秋, 国庆 and the like: with a word of time behind, or behind a year. */
export const SHORT_FEAST = sticky(
  `${NO_TIME_BEFORE}(${SHORT_FEAST_NAMES})(?:(${DAYS_OFF})|(?=当天|当日|前[夕后]?|[晚夜]|过后|之夜|将至|临近|这天|那天|佳节))`,
);
export const SHORT_FEAST_OF_YEAR = sticky(`(${SHORT_FEAST_NAMES})${EDGE_OF_WORD}`);

/** 年底, 月初: of the article's own year or month. */
export const BARE_EDGE = sticky(
  '(?<![\\d〇○零一二三四五六七八九十百千万两几半个每各历往常多少今去前明当同次翌本上下末初底近整全学跨财新岁该])([年月])[底末初](?!中|[一二三四五六]|级|步|期|次|衷|心|始|部|气|盘|薪|蕴)',
);
/** 上世纪末, 20世纪中叶; a century without its part is as often a name (21世纪). */
export const CENTURY = sticky(
  `${NO_DIGIT_BEFORE}(?:(1\\d|2[01]|十[五六七八九]|二十一?)|(上)个?|(本))世纪(?:[初末](?:期|叶)?|中叶|[上下前后]半叶)`,
);

/** What a spoken date begins with, where no year stands before it; as {@link ANY_PRINTED}. */
export const ANY_SPOKEN = anyOf([
  DAYS_TOGETHER,
  WEEKDAY,
  WEEK_WORD,
  AGO,
  QUARTER_WORD,
  ENGLISH_PERIOD,
  PLAN,
  FISCAL_YEAR,
  SCHOOL_YEAR,
  YEAR_LAST,
  REIGN,
  CENTURY,
  BARE_EDGE,
  FIRST_PARTS,
  BARE_PERIOD,
  LUNAR,
  FEAST,
  SHORT_FEAST,
]);
