import { taggedWords, words } from '../language/segment.ts';

/** Han characters of a name, not of a sentence: 湖南长沙的中南大学 is not one name. */
const WORDS_OF_NAME = '(?:(?![的在与和从将被对向于了是、])\\p{Script=Han})';

/**
 * What turns a bare place name into the name of something else: 南京路, 北京大学, 贵州茅台, 四川日报, 井冈山精神.
 *
 * Offices carry their place (北京市旅发委, 雨城区委) and are no such thing. Matched right behind the name.
 */
const NAMED_AFTER_PLACE = new RegExp(
  // 北京某大学, 郑州一快递公司: somebody there, not called so.
  '^(?!某|一(?![中汽建职师附轻拖院])|[多两几数]家)(?:' +
    [
      // Ways, stations, buildings
      '[东西南北中]?[一二三四五六七八九十]?(?:路|大?街(?![头上边区坊])|大道|胡同|巷|里弄)(?!道?办)',
      `${WORDS_OF_NAME}{0,3}?(?:机场|火车站|高铁站|[东西南北]站|站(?!在|点|起|位|稳|上)|立交|大桥|隧道|码头|地铁|大厦|大酒店|酒店|宾馆|饭店|广场|公园|动物园|博物[馆院]|图书馆|体育[馆场]|大剧院)`,
      '(?![某多各一两几有市省区县等内本])\\p{Script=Han}(?:社区|小区)',
      // Waters (the river's name; 北京|河北 is another matter)
      '河(?![北南西东池源间津口曲])|江(?![苏西门阴山宁北南东])|湖(?![北南州口])',
      // Schools, hospitals, houses of science
      `${WORDS_OF_NAME}{0,6}?(?:大学|学院|中学|小学|(?:师范|专科|职业|高等|技工)学校|医院|研究[院所]|银行|出版社|交响乐团|剧院)`,
      // Companies
      '[\\p{Script=Han}a-z0-9()]{0,12}?(?:有限公司|有限责任公司|股份|集团|公司|事务所)',
      '[\\p{Script=Han}]{0,2}?(?:证券|基金|期货|信托|人寿|保险|汽车|重工|电器|航空|铁路|啤酒|茅台|老窖|汾酒|长虹|海尔|时代(?!广场|大道|公园)|石化|电力|水泥|制药|药业|科技|' +
        '传媒|文旅集团|投资|控股|置业|地产|白药|高新(?=[、,，。(（)]|[涨跌]|股|$))',
      '[\\p{Script=Han}]{0,2}?担保(?!人|物|金)',
      '[\\p{Script=Han}a-z]{0,4}?\\((?:[a-z]+[:.]?)?\\d{5,6}',
      // Press
      '都市(?![圈区人化带群])|[\\p{Script=Han}]{0,3}?(?:日报|晚报|晨报|早报|时报|商报|周报|青年报|都市报|法治报|新闻网|卫视|电视台|广播|在线|(?<![落上联入触撒组电全])网(?![络友上点格红民约购速店警信]))',
      // Teams
      '(?:国安|申花|海港|鲁能|恒大|宏远|蓉城|亚泰|津门虎|海牛|支云|嵩山龙门|新鹏城|本钢|广汇|稠州|首钢|马可波罗|浔兴|肯帝亚|町渥|大鲨鱼|金强|同曦)',
      '(?:泰山|三镇|雄狮)(?=队|[0-9:：]|vs|[主客]场|球[员迷队]|主帅|主教练|[对胜负平])',
      '[\\p{Script=Han}]{0,4}?(?:[男女][足篮排]|足球|篮球|俱乐部|(?<![支总大中小战区部车救援])队(?!伍|员))',
      // Things and events that bear the name
      '(?:时间|烤鸭|火锅|小面|米线|话(?![题])|菜(?!篮|市|农)|方言|条约|精神|宣言|协定|公约|共识|会战|战役|事变|起义|大屠杀|[号舰]|虎|遗书|白茶|绿茶|普洱|瓜|大枣|玉|牌(?![照匾坊])|户口|人家|盆地|高原|半岛)',
    ].join('|') +
    ')',
  'u',
);

/** A country or region abroad right before the name: 美国德州 is not 德州市. */
const ABROAD =
  /(?:美国|日本|韩国|朝鲜|越南|缅甸|泰国|老挝|印度|英国|法国|德国|俄罗斯|加拿大|澳大利亚|新加坡|马来西亚|印尼|菲律宾|巴西|蒙古国)$/;
/** 丨 is a Han character, but stands in credits for a bar. */
const HAN = /(?!丨)\p{Script=Han}/u;
/** Han characters on either side that the segmenter is shown; more does not change how it cuts near the name. */
const REACH = 10;
/** A longer word that still means the place: 北京人, 四川籍, 云南省, 北京地区. */
const SAME_PLACE =
  /^(?:[人籍省市县区州旗盟]|地区|方面|市区|全省|全市|市民|省份|当局|同胞|人民|民众|群众|居民|各界|各地|青年|学生|农民|军区|警方|海关|政府|境内|人民大会堂)$/;

/** 大连陈某某 is none either. */
const NAMELESS = /^\p{Script=Han}某/u;

/** Names that are rivers' and lakes' first, and what stands around those. */
const WATERS = new RegExp(
  String.raw`(?<=[江河湖][、和及])(?:黑龙江|牡丹江|怒江|嫩江|红河|洪湖|巢湖|丽江)|(?:黑龙江|牡丹江|怒江|嫩江|红河|洪湖|巢湖|` +
    String.raw`丽江)(?=[、和及]\p{Script=Han}{1,4}[江河](?![省市县镇南北苏西])|[干支]流|流域|水位|[上中下]游|洪水|[主河航]道|沿岸|水系)`,
  'uy',
);

/** Surnames that are hardly a word by themselves; and 小, as in 小沈阳. */
const SURNAMES =
  '赵孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许吕张孔曹严魏陶姜戚邹窦潘葛彭鲁韦俞任袁柳鲍唐薛贺倪汤罗郝邬傅卞康伍余顾孟黄萧尹姚邵汪毛狄戴宋庞熊纪舒屈项董梁杜阮蓝季贾娄童郭梅盛林钟徐邱骆蔡田胡凌霍虞万柯管卢莫丁邓洪崔龚程陆翁荀甄曲储靳段侯武刘龙叶' +
  '黎薄白蒲邰赖卓蔺屠乔谭申尚曾沙巢蒯廖耿匡寇小';

/** Surnames that are words or places as well: only at the beginning of a clause (马玉林, 于 and 和 are none). */
const OTHER_SURNAMES = '王马高田史石金江谢夏白易方安';

/** 未开封, 开封后: the name of a city, but not here. */
const AS_VERB = /(?<=[未已没刚可拆再]|尚未)开封|开封(?=[后前]|即|使用|的(?:食|饮|酒|罐|瓶|易|药))/y;

/** 加盟深圳, 击败成都。: a team, where nothing goes on behind the name. */
const AS_TEAM = /(?:加盟|转会|效力于?|击败|战胜|不敌|负于|对阵|迎战)$/;

/** 中铁上海局; a journal in a list of sources. */
const PART_OF_OTHER = /(?:中[铁建交]|\[[jmn]\][.:]?)$/;

/** Whether the stretch is a place name used of the place: not another thing's name, and not abroad. */
export function namesThePlace(folded: string, start: number, end: number): boolean {
  AS_VERB.lastIndex = WATERS.lastIndex = start;
  const before = folded.slice(Math.max(0, start - 4), start);
  // 《黄石》 is a series.
  if (before.endsWith('《') && folded[end] === '》') return false;
  if (PART_OF_OTHER.test(before) || (AS_TEAM.test(before) && !HAN.test(folded[end] ?? ''))) return false;
  return !AS_VERB.test(folded) && !WATERS.test(folded) && !NAMED_AFTER_PLACE.test(folded.slice(end, end + 24)) && !isAbroad(folded, start);
}

/** Whether a foreign country stands right before. */
export function isAbroad(folded: string, start: number): boolean {
  return ABROAD.test(folded.slice(Math.max(0, start - 6), start));
}

/**
 * Whether the segmenter, too, sees the stretch as words of their own (长治 is not one in 长治久安). `behindHolder`: a place
 * that holds it ends where it begins (辽宁|大连), which the segmenter may take for one word.
 */
export function standsAlone(folded: string, start: number, end: number, behindHolder = false): boolean {
  const { from, cuts } = wordsAround(folded, start, end);
  if (!behindHolder && start !== from && !cuts.includes(start) && !folded.startsWith('中国', start - 2)) return false;
  // The segmenter often cuts a person's name in two: 袁|大庆.
  const single = cuts.includes(start) && (start - 1 === from || cuts.includes(start - 1));
  if (!behindHolder && single && SURNAMES.includes(folded[start - 1]!)) return false;
  if (start > 0 && OTHER_SURNAMES.includes(folded[start - 1]!) && (start === 1 || !HAN.test(folded[start - 2]!))) return false;
  if (NAMELESS.test(folded.slice(end, end + 2))) return true;
  const after = cuts.find((cut) => cut >= end);
  return after === end || (after !== undefined && SAME_PLACE.test(folded.slice(end, after)));
}

/**
 * One-character words that may stand before a bare place; any other is likelier the first part of a longer name (升|金湖)
 * or of a person's.
 */
const BEFORE_PLACE =
  /[在到于往至从赴来去和与及或是向对为由经的了将入抵回离属等该本我返驻援称游过以距临位省市县区州旗盟被把让给用比像自当日时]/;
/** One character behind it that makes it the name of what lies there: 龙凤|山. */
const PART_OF_LAND = /^[山水塘岛楼寺塔庙阁宫寨岭峰谷沟洞堡庄屯营湖海河江坝泉石桥门村](?!\p{Script=Han}?[区镇乡])/u;
/** Seas and lakes, which the districts called after them are not. */
const SEA = /^[东西南北中][海湖]$/;
/** 杭州|西湖|的荷花 is the lake, 杭州|西湖|警方 the district. */
const LAKE = /^[东西南北中]湖[的边畔景风上水里]/;

export const isLake = (folded: string, start: number, end: number): boolean => LAKE.test(folded.slice(start, end + 1));

/** Whether nothing around a bare name speaks for a longer name, a title of a work, or a sea: for names that are little known. */
export function standsFree(folded: string, start: number, end: number): boolean {
  const name = folded.slice(start, end);
  if (SEA.test(name) || PART_OF_LAND.test(folded.slice(end, end + 3))) return false;
  const before = folded[start - 1];
  if (before !== undefined && HAN.test(before) && !BEFORE_PLACE.test(before)) {
    const { from, cuts } = wordsAround(folded, start, end);
    if (start - 1 === from || cuts.includes(start - 1)) return false;
  }
  const opened = folded.lastIndexOf('《', start);
  return opened < 0 || start - opened > TITLE_OF_WORK || folded.slice(opened, start).includes('》');
}

/** No title between 《》 is read further than this. */
const TITLE_OF_WORK = 20;

/** Whether the segmenter begins a word at `start`: 召开|县委 has no 开县. */
export function beginsWord(folded: string, start: number): boolean {
  const { from, cuts } = wordsAround(folded, start, start + 1);
  return start === from || cuts.includes(start);
}

/** Whether the characters on both sides of `start` are a word of the dictionary: 新兴|城市 and 大运|城市 have no 兴城市, no 运城市. */
export function beginsInsideWord(folded: string, start: number): boolean {
  const pair = folded.slice(Math.max(0, start - 1), start + 1);
  const [first, ...rest] = pair.length === 2 ? taggedWords(pair) : [];
  return first !== undefined && rest.length === 0 && first.tag !== UNKNOWN_WORD;
}

/** The tag of what the dictionary does not have. */
const UNKNOWN_WORD = 'x';

/** Whether the segmenter ends a word at `end`: 在|京东 has no 京. */
export function endsWord(folded: string, start: number, end: number): boolean {
  return wordsAround(folded, start, end).cuts.includes(end);
}

/** Whether words both begin and end at the stretch's edges, whatever they are: not so 鲁吉 in 格鲁吉亚. */
export function isMadeOfWords(folded: string, start: number, end: number): boolean {
  const { from, cuts } = wordsAround(folded, start, end);
  return (start === from || cuts.includes(start)) && cuts.includes(end);
}

/** Where words end in the Han characters around a stretch. */
function wordsAround(folded: string, start: number, end: number): { from: number; cuts: number[] } {
  let from = start;
  while (from > 0 && start - from < REACH && HAN.test(folded[from - 1]!)) from--;
  let to = end;
  while (to < folded.length && to - end < REACH && HAN.test(folded[to]!)) to++;
  let at = from;
  return { from, cuts: words(folded.slice(from, to)).map((word) => (at += word.length)) };
}
