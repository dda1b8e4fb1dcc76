/** Whom such a notice speaks for or to: the site, its writer, its reader. */
const PARTY =
  /本(?:网|站|平台|公众号|号|刊|栏目|文(?!化|明|旅|件))|(?:文章|以上)内容|作者本人|[本该此]文|用户上传|编辑部|小编|您|你|请|欢迎|敬请|我们(?:的)?(?:网站|平台|公众号|客户端)|提醒|[点按戳]我/;
/** What its reader is to do, said first: 扫码下载……, 【长按识别……. */
const PRESS = /^[【[(▲▼↓↑\s]*(?:扫码|扫描|扫一扫|长按|识别|点击|戳|关注|下载|搜索|登[录陆])/;
/** An address counts as one word, however long. */
const ADDRESS = /https?:[\w/.?=&%-]+/g;
/** What it speaks of: rights, responsibility, how to write to it, what to press. */
const MATTER = new RegExp(
  String.raw`版权|登载|传递.{0,4}信息|赞同|证实|用户上传|信息存储|自媒体|平台|转载|授权|侵权|侵删|注明|免责|声明|观点|立场|投稿|来稿|爆料|稿费|稿酬|采用|举报|纠错|删除|备案|许可证|订阅|关注|` +
    String.raw`扫码|扫描|二维码|下载|登录|登入|注册|加入会员|会员|广告|商务合作|点击|回复|转发|点赞|在看|留言|责任自负|仅供参考|邮箱|信箱|热线|微信号|公众号|客服|浏览器|分辨率|cookie|隐私|` +
    String.raw`https?:|www\.|[\w.]@[\w.]|app\b|客户端|本网|联系(?:我们|本)|更多(?:新闻|内容|资讯|精彩|在地)`,
  'g',
);
/** Longer ones are told from prose by nothing. In UTF-16 units. */
const LONGEST = 240;
/** One such word in so many characters; news that speaks of rights or apps has fewer. */
const DENSITY = 22;

/** Whether a line is a site's disclaimer, or asks its readers to write, follow, scan or pay. */
export function isSiteNotice(folded: string): boolean {
  if (folded.length > LONGEST || !(PARTY.test(folded) || PRESS.test(folded))) return false;
  const matters = new Set(folded.match(MATTER));
  return matters.size >= 2 && matters.size * DENSITY >= folded.replace(ADDRESS, '').length;
}
