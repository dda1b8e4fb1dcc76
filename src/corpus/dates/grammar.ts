/**
 * The pieces that printed dates are made of, as sticky patterns over a folded text (Simplified, half-width, lower
 * case). Each says in its lookarounds what only looks like that piece: 个月, 今年轻, 3日内.
 */
export const S = ' ?';
export const SEPARATOR = `${S}(?:至|到|[-—–~―─]{1,2})${S}`;
const YEAR = '(?:[12]\\d{3}|[一二][〇○◯零o0一二三四五六七八九]{3})';
export const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)';
export const DAY = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';
export const NO_DIGIT_BEFORE = '(?<![\\d〇○零一二三四五六七八九十百千万亿第几数./-]|\\d:)';
/** 3日内, 5日游, 7日均线: so many days, and 10日前, which may be either. */
const DAYS_LONG = '(?!内|后|前|游|均|龄|线|子|间|以|元|左右|之|余|报(?!道)|期|常|本|增|涨|跌|累|净|无|没|不|成交|连)';

export const sticky = (source: string) => new RegExp(source, 'y');

/** Where a date may begin: anything else cannot. */
export const OPENING =
  /[\d〇半一二三四五六七八九十廿元民今本去前明后当同次翌上下昨日近即这最连第adfhjmnoqs两周星礼头首大农阴夏正冬腊年月春中端重除清国劳妇青儿建教母父情愚植世护万感平圣立惊谷秋霜洪永宣景天成弘嘉隆崇顺康雍乾道咸光令]/g;

/** 2018-05-25, 2018/5/25, 2018.5.25: year, sign, month, day. */
export const NUMERIC = sticky('(?<![\\d./-])((?:1[89]|20)\\d{2})(?<sign>[-/.])(\\d{1,2})\\k<sign>(\\d{1,2})(?!\\d|[-/.]\\d|%)');
/** 20180525, standing alone and of a day in the calendar. */
export const COMPACT = sticky('(?<![\\da-z.第号])((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?![\\da-z.%号元人万亿股])');
const ENGLISH_MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
/** may 25, 2018; sept. 3: month, day, year. */
export const ENGLISH = sticky(`(?<![a-z])${ENGLISH_MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? ((?:19|20)\\d{2})(?!\\d))?`);
/** 25 may 2018: day, month, year. */
export const ENGLISH_DAY_FIRST = sticky(`(?<![\\d.])(\\d{1,2}) ${ENGLISH_MONTH},? ((?:19|20)\\d{2})(?!\\d)`);
export const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 2018—2020年, 2018年至2020年: both years. */
export const YEARS = sticky(`${NO_DIGIT_BEFORE}(${YEAR})(?:${S}年)?${SEPARATOR}(${YEAR})${S}年(?!代|${S}\\d{1,2}${S}月)`);
/** 2018年; not 2018年代, 1000年历史. */
export const ONE_YEAR = sticky(`${NO_DIGIT_BEFORE}(?<!公元前|前)(${YEAR})${S}年(?!代|级|历史|之久|龄|余|多)`);
/** 2000年前: as often two thousand years ago. */
export const ROUND_SPAN = sticky('前|来|间|的历史|左右|以上|的');
/** 1990年代, 20世纪90年代, 上世纪90年代: year or century or 上, and the decade. */
export const DECADE = sticky(
  `${NO_DIGIT_BEFORE}(?:(1[89]|20)|(?:(1[89]|20|21)|(上))个?世纪(?=[\\d一二三四五六七八九]0?))?(\\d0|[一二三四五六七八九]十)${S}年代`,
);
/** 民国107年: the years since 1911. */
export const ROC = sticky('民国' + S + '(1?\\d{1,2}|一?百?[〇○零一二三四五六七八九十]{1,4}|元)' + S + '年');
/** 107年5月, as Taiwan prints it without 民国. */
export const BARE_ROC = sticky(`${NO_DIGIT_BEFORE}(1[0-4]\\d|一[〇○零一二三四][〇○零一二三四五六七八九])${S}年(?=${S}${MONTH}${S}月)`);
/** 98年5月25日, 98年7月: the century is not said. A term of prison is counted in years and months as well. */
export const TWO_DIGITS = sticky(`${NO_DIGIT_BEFORE}(?<![刑处约满达共])(?<!历时|徒刑|刑期|长达|为期)(\\d{2})年(?=${MONTH}月(?!余|多|刑))`);
/** A year counted from the article's or from that of the date before. */
export const YEAR_WORD = sticky(
  '(?<!如)今年(?!轻|代|青|幼|老|长|龄|纪|味|夜|画|货)|本年度?|(?<![过出下除])去年(?!代|轻|龄|纪)|上年(?=同期|度|末|底|\\d)|(?<=[比较同超])上年' +
    '|(?<![年以之此目先从天月])前年(?!度|轻|代|龄)|(?<![发说证清])明年' +
    `|(?:当|同|次|翌)年(?=${S}(?:的${S})?${MONTH}${S}月)`,
);
export const YEAR_SHIFTS: Readonly<Record<string, readonly ['article' | 'before', number]>> = {
  今年: ['article', 0],
  本年: ['article', 0],
  本年度: ['article', 0],
  去年: ['article', -1],
  上年: ['article', -1],
  前年: ['article', -2],
  明年: ['article', 1],
  当年: ['before', 0],
  同年: ['before', 0],
  次年: ['before', 1],
  翌年: ['before', 1],
};
/** 上半年, 第三季度: which half, or which quarter. */
export const PERIOD = sticky(`${S}(?:的${S})?(?:([上下])半年|第?([一二三四1-4])季度|(首)季度?|q([1-4])(?![a-z\\d])|h([12])(?![a-z\\d]))`);
/** 年底, 月初: vague within its year or month. */
export const EDGE = sticky('[初底末](?!中|一|二|三|级|步|期|次|衷|心|始|层|部|下|气|子|盘|牌|线|薪|蕴)');

/** 1-5月: both months. */
export const MONTHS = sticky(`${S}(?:的${S})?(?<![\\d一二三四五六七八九十.])(${MONTH})${SEPARATOR}(${MONTH})${S}月份?`);
export const ONE_MONTH = sticky(
  `${S}(?:的${S})?(?<![每历往常]年 ?|[刑处满]\\d{1,2}年)(?<![\\d一二三四五六七八九十个两半几数满农历.])(?<!阴历|夏历)` +
    `(${MONTH})${S}月(?!球|亮|饼|薪|租|供|嫂|票|均|子|季|台|刊|龄|份额)(?!${S}\\d{1,2}${S}个)(?!${S}初[一二三四五六七八九十])`,
);
export const MONTH_WORD = sticky(
  '本月|(?<![以线网路船岛街晚])上个?月(?!球|亮)|(?<![以线之天])下个?月(?!球|亮)|这个月|(?:当|同|次)月(?!球|亮)',
);
export const MONTH_SHIFTS: Readonly<Record<string, readonly ['article' | 'before', number]>> = {
  本月: ['article', 0],
  这个月: ['article', 0],
  上月: ['article', -1],
  上个月: ['article', -1],
  下月: ['article', 1],
  下个月: ['article', 1],
  当月: ['before', 0],
  同月: ['before', 0],
  次月: ['before', 1],
};
/** The end of a word whose short form is no time: 今年|中秋|月饼. */
export const EDGE_OF_WORD = '(?!月饼|晚会|老人|树|礼|档|联欢|快乐|文化|粽|节)';
/** 上旬, 中旬, 下旬: the ten days of a month. */
export const TEN_DAYS = sticky(' ?([上中下])旬');
export const MONTH_TAIL = sticky('份(?!额)');

/** 3-5日: both days. */
export const DAYS = sticky(`${S}(?<![\\d一二三四五六七八九])(${DAY})${SEPARATOR}(${DAY})${S}[日号]${DAYS_LONG}`);
export const ONE_DAY = sticky(`${S}(?<![\\d一二三四五六七八九])(${DAY})${S}(?:日|号(?!线|楼|院|店|机|文|令|公))`);
/** 12、13日: the first of days that share their sign. */
export const LISTED_DAY = sticky(`${S}(?<![\\d一二三四五六七八九])(${DAY})(?=((?:[、和及]${DAY}){1,6})${S}日${DAYS_LONG})`);
export const ONE_DAY_SIGN = sticky(`${S}日`);
/** A day alone (记者27日获悉); not so many days. */
export const BARE_DAY = sticky(
  `(?<![\\d〇一二三四五六七八九十百年月第共近每满逾超历约整连为前后这那数几过约达期续仅用歇均留押.:/~—–-])(3[01]|[12]\\d|0?[1-9])日${DAYS_LONG}`,
);
export const DAY_WORD = sticky(
  '大前天|大后天|(?<![以之此今然最事先往前])后天(?!性|形成|养成|获得|努力|失调|发育|培养|因素|环境|习得|八卦|免疫|气|上|之)' +
    '|(?<!前的|早知)今(?:天|日(?!头条|说法|俄罗斯|美国|资本)|晨|早|晚(?!报)|夜)|昨(?:天|日|晨|早|晚|夜)|明(?:天|晚|晨|日(?!报|之星|方舟|黄花|香|帝))' +
    '|(?<![目之此以提])前天(?!气|下|空)|(?<![目之此以日不])前日(?=[凌清早上中下傍晚夜])|(?:当|同|即)天|(?<!不)(?:当|同)日(?![本常报子后均])|即日(?=[,，。、凌清早上中下傍晚夜])|当晚|次日|翌日|第二天',
);
export const DAY_SHIFTS: Readonly<Record<string, readonly ['article' | 'before', number]>> = {
  大前: ['article', -3],
  大后: ['article', 3],
  后: ['article', 2],
  今: ['article', 0],
  昨: ['article', -1],
  前: ['article', -2],
  明: ['article', 1],
  即: ['article', 0],
  当: ['before', 0],
  同: ['before', 0],
  次: ['before', 1],
  翌: ['before', 1],
  第: ['before', 1],
};
/** 今(15)日, 昨天(14日): the word and its number, which says the same and more. */
export const WORD_AND_DAY = sticky(
  '(?:[今昨明]|前(?=\\(\\d{1,2}\\)[日天]))(?:[天日](?=\\(\\d{1,2}日?\\)))?\\((3[01]|[12]\\d|0?[1-9])日?\\)[日天]?',
);
/** Some day not long before the article's. */
export const VAGUE = sticky('近日|(?<![\\d今昨明次当即同工假节生末元周])日前(?!往)|连日来|近期|最近(?=[,，、一几两])');

/** What follows a day: its weekday, its part, its time. */
export const AFTER_DAY = sticky(
  `(?:${S}\\(?(?:星期|周|礼拜)[一二三四五六日天](?:\\)|(?!\\)))?)?` +
    `(?:${S}(?:凌晨|清晨|早晨|早上|早间|上午|中午|午间|下午|午后|傍晚|晚间|晚上?(?!报|会|宴)|夜间|深夜))?` +
    `(?:${S}\\d{1,2}(?:[时点](?:\\d{1,2}分(?:\\d{1,2}秒)?|半|整|许)?|:\\d{2}(?::\\d{2})?))?`,
);
export const RANGE = sticky(SEPARATOR);
export const SINCE = sticky(`(?:${S}(?:以来|至今))`);
/** 截至, before a date: the end of an open stretch and not a day on which something happened. */
export const UNTIL_BEFORE = /截[至止到]?$/;

/** Whether any of the pieces stands at a place, in one question. */
export const anyOf = (pieces: readonly RegExp[]) => sticky(pieces.map(({ source }) => `(?:${source})`).join('|'));
/**
 * What a date written in figures or counted in words begins with: asked once at each place where a date may begin, for hardly any of
 * them begins one, and sixteen questions take longer than one.
 */
export const ANY_PRINTED = anyOf([
  YEARS,
  DECADE,
  ONE_YEAR,
  ROC,
  BARE_ROC,
  TWO_DIGITS,
  YEAR_WORD,
  MONTHS,
  ONE_MONTH,
  MONTH_WORD,
  NUMERIC,
  COMPACT,
  ENGLISH,
  ENGLISH_DAY_FIRST,
  WORD_AND_DAY,
  DAY_WORD,
  BARE_DAY,
]);
