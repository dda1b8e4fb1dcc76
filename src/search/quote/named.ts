/**
 * Whether a text names what is asked for beyond what the question names: a place, a body of a kind (哪家银行), a work. These are told by
 * words and their parts of speech, not by a shape. Texts are folded.
 */
import { taggedWords } from '../../language/segment.ts';

/** Nouns that end the name of a place, or say what kind of place something is. */
const PLACE_END =
  /[省市县区镇乡村州国岛山湾路街港洲河湖江海桥馆园厅楼站塘院校店厦巷宫寺庙洞谷峡城]$|(?:广|机|农|牧|渔|赛|球|剧|林|马|浴)场$|(?:中心|基地|大学|中学|小学|银行|公司)$/;
/** They end so, and tell no place by themselves. */
const NO_PLACE =
  /^(?:[全我各外两该本同][国省市县区]|该[镇乡村]|中国|地区|社区|当地|各地|城市|国家|医院|学校|公司|银行|法院|大学|中学|小学|房地产市)$/;

/** 哪家银行, 哪所中学: what stands behind the measure word is to be named. */
const KIND_ASKED =
  /(?:哪|什么)一?[个家所座间条]?(?<kind>银行|法院|医院|大学|学院|中学|小学|学校|酒店|机场|车站|体育馆|餐厅|公园|景区|省|市|县|区|镇|村|街道)/;
/** What a name of the kind ends with, where that is not the kind itself. */
const ENDS: Readonly<Record<string, string>> = {
  学校: '大学|学院|中学|小学|学校',
  大学: '大学|学院',
  酒店: '酒店|宾馆|饭店',
};

/** Whether a place is named, of the kind that is asked for, that the question does not name. */
export function namesPlace(text: string, question: string): boolean {
  const kind = KIND_ASKED.exec(question)?.groups?.kind;
  const isNew = (word: string | undefined) => word !== undefined && !question.includes(word);
  const words = taggedWords(text);
  if (kind === undefined) return words.some(({ word, tag }) => isNew(word) && isPlace(word, tag));
  const end = new RegExp(`(?:${ENDS[kind] ?? kind})$`);
  return words.some(({ word }, i) => {
    if (!end.test(word)) return false;
    // 塔曼拉塞特 and 省 are words of their own; 经过 in 经过法院 is no name.
    const before = words[i - 1];
    return word.replace(end, '') === '' ? before !== undefined && /^[njbx]/.test(before.tag) && isNew(before.word) : isNew(word);
  });
}

function isPlace(word: string, tag: string): boolean {
  return word.length > 1 && !NO_PLACE.test(word) && (tag === 'ns' || (/^[nx]/.test(tag) && PLACE_END.test(word)));
}

const PLACES_ASKED = /哪(?:些|几个?)(?:城市|国家|地方|地区|省份?|市县|市|县|区县?|镇|村|街道)/;

/** Whether places are asked for (哪些城市): their list need name nothing else of the question. */
export function asksForPlaces(question: string): boolean {
  return PLACES_ASKED.test(question);
}

const ENUMERATED = /[^、。;,:!?]{1,20}(?:、[^、。;,:!?]{1,20}){2,}/g;

/** Whether places are enumerated, two at least that the question does not name. */
export function listsPlaces(text: string, question: string): boolean {
  return [...text.matchAll(ENUMERATED)].some(
    ([list]) => taggedWords(list).filter(({ word, tag }) => tag === 'ns' && !question.includes(word)).length > 1,
  );
}

const WORKS_ASKED =
  /(?:哪(?:些|几[首部本篇]?|[两三四五六七八九十\d][首部本篇])|什么)(?:歌曲?|曲目|电影|影片|电视剧|书|小说|论文|专辑|节目)/;

/** Whether works are asked for: songs, films, books. */
export function asksForWorks(question: string): boolean {
  return WORKS_ASKED.test(question);
}

/** Whether a title stands there, in the marks of titles or of quoting, that the question does not have. */
export function namesWork(text: string, question: string): boolean {
  return [...text.matchAll(/《([^》]{1,40})》|“([^”,.。;:!?]{1,20})”/g)].some(
    ([, title, quoted]) => !question.includes((title ?? quoted)!),
  );
}
