import { words } from '../language/segment.ts';

/**
 * What people say in chat, put as the news writes it: words of the north (咋, 啥), of Canton (係咪, 幾多) and of the net (肿么)
 * become the standard ones, so that the rest reads one language. All texts here are folded.
 */
const STANDARD: readonly (readonly [colloquial: string, standard: string])[] = `
咋回事=怎么回事 咋样=怎么样 咋办=怎么办 咋了=怎么了 咋地=怎么 咋个=怎么 咋=怎么
为啥=为什么 干啥=干什么 啥时候=什么时候 啥时=什么时候 啥样=什么样 啥子=什么 啥=什么
肿么=怎么 怎麽=怎么 甚么=什么 神马=什么 木有=没有 几多=多少 几钱=多少钱 几耐=多久 几时=什么时候
点解=为什么 点样=怎么样 点睇=怎么看 点讲=怎么说 点回应=怎么回应 边个=谁 边度=哪里 边间=哪间 边年=哪年 边日=哪天
系咪=是不是 系唔系=是不是 有冇=有没有 乜嘢=什么 乜野=什么 乜=什么 咩嘢=什么 咩事=什么事 做咩=为什么 咩=什么
唔系=不是 唔=不 冇=没有 嘅=的 喺=在 咗=了 佢哋=他们 佢=他 嗰=那 呢个=这个 呢次=这次 而家=现在 依家=现在 今次=这次
琴日=昨天 寻日=昨天 听日=明天 啱啱=刚刚 俾=给 畀=给 攞=拿 睇=看 话俾我知=告诉我 搵=找
哪儿=哪里 这儿=这里 那儿=那里 多会儿=什么时候 哪会儿=什么时候 谁呀=谁 谁啊=谁
`
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split('=') as [string, string]);

const BY_WORD = new Map(STANDARD);
/** The longer ones first: 咋回事 before 咋. */
const COLLOQUIAL = new RegExp([...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
/** Their first character ends many standard words: 重点|解决, 那边|度过. They count where a word begins there. */
const AMBIGUOUS = /^[点边]/;

/** Put as the news writes; the length may change. */
export function plainly(folded: string): string {
  let starts: Set<number> | null = null;
  return folded.replace(COLLOQUIAL, (word, at: number) => {
    if (!AMBIGUOUS.test(word) || (starts ??= wordStarts(folded)).has(at)) return BY_WORD.get(word)!;
    return word;
  });
}

function wordStarts(folded: string): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const word of words(folded)) {
    starts.add(at);
    at += word.length;
  }
  return starts;
}

const ASK_FOR = '(?:查查|查|找找|找|搜搜|搜索|搜|看看|看|问问|问|说说|讲讲|了解|介绍|科普|总结|整理|列举|列|盘点)';
const ME = '(?:我|俺|咱)们?';
/** What a request opens with: 请问, 帮我查一下, 想知道. Taken off again and again, for one may follow the other. */
const OPENING = new RegExp(
  '^(?:' +
    [
      '你好[呀啊]?|您好|大家好|hi|hello|嗨|哈喽|机器人',
      `(?:${ME})?(?:就|还|也|很|特别)?(?:想|要|需要)(?:请教|问|知道|了解|查|看|找|搜)(?:一下|下|一问|问|看)?`,
      `(?:能不能|能否|可不可以|可以|能|可否)?(?:请|麻烦|劳烦|拜托|求)?(?:你|您)?(?:能|可以)?(?:帮忙|帮|[给替跟]${ME})(?:${ME})?(?:一下|下|忙)?${ASK_FOR}(?:一下|下|到)?`,
      `(?:能不能|能否|可否|可不可以|可以)?(?:请|麻烦|劳烦|拜托)(?:你|您)?${ASK_FOR}(?:一下|下)?`,
      '请问(?:一下|下)?|请教(?:一下|下)?|求问|求助|问(?:一下|下|个问题)|问问|话说|不好意思',
      `(?:能不能|可不可以|能否|可否|可以|请)?告诉(?:一下|下)?${ME}`,
      '(?:有没有人|有人|有谁|谁|你|您|大家)(?:知道|晓得|清楚|记得)(?:不知道)?',
      `${ASK_FOR}(?:一下|下子?)`,
      '不知道|不晓得|好奇',
    ].join('|') +
    ')[,:!?。、~… ]*',
);
const CLOSING =
  /(?:[,。!?、~… ]|谢谢(?:你|您|了|啦|大家)?|多谢|谢了|(?<=[,。!? ])感谢|不该晒?|拜托了?|在线等|求告知|求解答?|求问|好吗|行吗|可以吗|来着|的说|[啊呀哇哦哈嘞咧喔噢啦呐]){1,40}$/;
/** What is left of “X 的新闻”, “有没有 X 的消息” once it is a request: they are articles anyway. */
const OF_NEWS = /的?(?:相关|最新)?(?:的)?(?:新闻|消息|报道|资讯|情报)$/;

/** Opening words that go with each other stop being taken off after so many: the rest is the question. */
const MOST_OPENINGS = 4;

/**
 * A folded question without what is only politeness: 你好，帮我查一下…，谢谢 leaves …. Where nothing else is there, it stays.
 */
export function unwrapped(plain: string): string {
  let text = plain.trim();
  let request = false;
  for (let i = 0; i < MOST_OPENINGS; i++) {
    const opening = OPENING.exec(text);
    if (!opening || opening[0] === '' || text.length - opening[0].length < 2) break;
    text = text.slice(opening[0].length);
    request = true;
  }
  const closed = text.replace(CLOSING, '');
  if (closed.length >= 2) text = closed;
  if (request) {
    const bare = text.replace(OF_NEWS, '');
    if (bare.length >= 2) text = bare;
  }
  return text;
}
