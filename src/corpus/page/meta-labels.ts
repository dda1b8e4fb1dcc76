/**
 * Labels of what a page says about itself: 发布时间, 信息来源, 责任编辑, 浏览次数. They are told by how such words are
 * built (what is done with a page, and 时间 or 来源 or 量 behind it), not by a list of those that some site uses.
 * All patterns are for folded text.
 */

/** What a label announces. `issued`: when a document was signed; `other-day`: archived, printed, visited. */
export type LabelClass = 'published' | 'updated' | 'issued' | 'other-day' | 'source' | 'person' | 'count' | 'control' | 'index';

const S = '[ \\u00a0]?';
/** A word as a table sets it, with its characters spread: 来 源. */
const spread = (words: string) =>
  words
    .split('|')
    .map((word) => [...word].join(S))
    .join('|');
const OF_PAGE = '(?:信息|文章|新闻|本文|稿件|资料|内容|网页|原文|首次)?';
const TIME = `(?:${spread('时间|日期|时刻')})`;
const ISSUING =
  '(?:发布|发表|发稿|发文|发出|发帖|刊登|刊发|刊载|登载|播出|上传|录入|上网|上线|提交|添加|推送|出版|见报|公布|公开|首发|撰写|创建|入库|加入|登记)';

const CLASSES: readonly (readonly [LabelClass, string])[] = [
  ['updated', `${OF_PAGE}(?:最后|最近|上次)?(?:更新|修改|修订|编辑)(?:${TIME}|于)|last updated?|updated?(?: on| at)?`],
  ['issued', `(?:成文|生成|签署|印发|制发|落款|签发)(?:的)?${TIME}`],
  ['other-day', `(?:归档|采集|抓取|打印|转载|访问|当前|收录|缓存|截图|生效|实施|施行)(?:的)?${TIME}|(?:现在|今天|今日)(?:是|为)`],
  [
    'published',
    `${OF_PAGE}${ISSUING}(?:的)?${TIME}|${spread('发布日期|发文日期|发布时间')}|(?:${ISSUING}|发|推送)于|(?<!\\p{Script=Han})${OF_PAGE}${TIME}|` +
      `(?<!\\p{Script=Han})(?:${ISSUING})(?=${S}:?${S}\\d{4}|${S}:${S}\\d)|(?:posted|published)(?: on| at)?|date|time`,
  ],
  [
    'source',
    `${OF_PAGE}(?:${spread('来源')}|稿源|出处|源自|来自|转自|摘自|转载自|选自)于?|(?:发布|发文|公开|制发|印发|发稿|供稿)(?:机构|机关|单位|部门|主体)|` +
      `(?<!\\p{Script=Han})(?:媒体|公众号|供稿单位|来稿单位|投稿单位)|source`,
  ],
  [
    'person',
    `(?:本期|本版|见习|实习|值班|执行|网络|责任|审稿|一线|视觉|美术|文字|图文|首席|新媒体)*(?:编辑|责编|主编|总编|编审|编委|编导|校对|审核|审校|审读|审签|监制|统筹|策划|制作|排版|录入|签发|` +
      `采写|采编|撰稿|撰文|作者|署名|供图|摄影|摄像|拍摄|剪辑|制图|设计|供稿|投稿人|来稿|整理|翻译|编译|出品|责任人|信息员|(?:发布|上传)(?=[人者]))[人者]?员?|` +
      `[一二三初复终]${S}[审校]|(?:本报|本网|本台|特约|见习|实习|全媒体?|融媒体?|首席)*(?:记者|通讯员)|(?<!\\p{Script=Han})[文图编审校](?:[/|&、` +
      `][文图编审])*(?=[:/|])|editor|author|by`,
  ],
  [
    'count',
    `[点阅览击读看访播评赞转藏享浏问热气]{1,4}(?:次数|人次|人数|数|量|率)(?=${S}[:(])|(?:${OF_PAGE}(?:被)?(?:浏览|阅读|点击|访问|评论|分享|点赞|转发|跟帖|查看|播放|关注|` +
      `人气|热度|收藏|在看|围观)(?:次数|人数|数|量|率)?|(?:次数|阅读量|点击率))(?=${S}[:(]|${S}\\d|${S}$|次)|hits?|views?|reads?`,
  ],
  [
    'index',
    `${OF_PAGE}(?:${spread('索引号|索引|内容概述|文号|发文字号|分类|名称|主题词')}|公文种类|(?:主题|信息|体裁|服务对象|公文)?分类|主题词|关键词|标签|有效性|效力状态|公开(?:方式|` +
      `形式|范围|时限|属性|类型)|生命周期|名称|语种|所属(?:栏目|频道)|栏目|信息类别)|(?<![a-z])(?:tags?|keywords?|category)`,
  ],
  ['control', '(?:视力)?保护色|(?:字体|字号)(?:大小|设置)?|字型大小|调整字体|背景色?|语音播报|分享到?至?|收藏'],
];

/** A label and the sign behind it; which class it is of is told by which group matched (`LABEL_ORDER`). */
export const LABEL = new RegExp(
  CLASSES.map(([, words]) => `((?:${words}))`)
    .join('|')
    .replace(/^/, '(?:')
    .concat(`)(?:${S}[:|]${S}|${S}/${S}(?=\\p{Script=Han})|(?=[ (]|\\d|$))`),
  'gu',
);
export const LABEL_ORDER: readonly LabelClass[] = CLASSES.map(([name]) => name);

/** Words of a page's own buttons: alone or among their like they are no part of any article. */
const CONTROLS =
  '(?:打印|列印|关闭|收藏|转发|分享|复制|保存|储存|下载|订阅|关注|举报|纠错|投诉|收听|播放|朗读|放大|缩小|恢复|切换|加入收藏|设为首页|添加收藏)' +
  '(?:本文|本页|此页|窗口|链接|页面|全文|海报|音频|文章|到|至)?(?:pdf|word)?|' +
  '微信(?:好友|朋友圈|扫一扫|公众号)?|朋友圈|好友|(?:新浪|腾讯)?微博|qq(?:空间|好友)?|豆瓣|人人网?|知乎|百度贴吧|钉钉|facebook|twitter|line|whatsapp|linkedin|weibo|wechat|' +
  '[上下]一[篇页版条]|返回版面|推荐给朋友|[大中小]号字?|(?:大|中|小|特大|超大)字(?:号|体)|默认|原创|转载|赞赏?|赏|踩|在看|评论|点赞|更多|听新闻|语音播报|语音|音频|全文|一键复制|登录|注册|' +
  '首页|网站首页|返回(?:首页|顶部|列表|上一页)?|回(?:到)?(?:顶部|首页)|' +
  '繁体?版?|简体?版?|english|无障碍(?:浏览|阅读)?|长者模式|适老化?|手机(?:版|看|阅读)|客户端|app|rss|a[+-]|pdf版?|[大中小](?= |[\\])】]|$)';
export const CONTROL = new RegExp(
  `(?<![\\p{Script=Han}a-z])(?:${CONTROLS})(?![\\p{Script=Han}a-z])|(?<=[大中小])[中小](?=小|$|[ \\])】])`,
  'gu',
);
