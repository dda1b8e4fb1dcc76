import { channelsIn } from '../src/command/channels.ts';
import { defineCommand } from '../src/command/command.ts';
import { UserError } from '../src/user-error.ts';

const LANGUAGES = [
  { value: 'auto', names: { 'zh-CN': '随服务器', 'zh-TW': '隨伺服器', 'en': "the server's own" } },
  { value: 'zh-CN', names: { 'zh-CN': '简体中文', 'zh-TW': '簡體中文', 'en': 'Simplified Chinese' } },
  { value: 'zh-TW', names: { 'zh-CN': '繁体中文', 'zh-TW': '繁體中文', 'en': 'Traditional Chinese' } },
  { value: 'en', names: { 'zh-CN': '英语', 'zh-TW': '英語', 'en': 'English' } },
] as const;
/** More would not fit into one message. */
const MOST_CHANNELS = 50;
/** As many mentions, in UTF-16 units. */
const LONGEST = 1200;

export default defineCommand({
  name: 'settings',
  names: { 'zh-CN': '设置', 'zh-TW': '設定', 'en': 'settings' },
  description: {
    'zh-CN': '查看或更改本服务器的设置',
    'zh-TW': '查看或變更本伺服器的設定',
    'en': 'See or change what is set for this server',
  },
  options: {
    language: {
      kind: 'choice',
      choices: LANGUAGES,
      names: { 'zh-CN': '语言', 'zh-TW': '語言', 'en': 'language' },
      description: { 'zh-CN': '公开回复用什么语言', 'zh-TW': '公開回覆用什麼語言', 'en': 'The language of replies that everybody sees' },
    },
    private: {
      kind: 'flag',
      names: { 'zh-CN': '私密', 'zh-TW': '私密', 'en': 'private' },
      description: {
        'zh-CN': '是否默认只让提问者看见回复',
        'zh-TW': '是否預設只讓提問者看見回覆',
        'en': 'Whether replies are for the asker alone unless told otherwise',
      },
    },
    allow: {
      kind: 'text',
      maxLength: LONGEST,
      exact: true,
      names: { 'zh-CN': '允许频道', 'zh-TW': '允許頻道', 'en': 'allow' },
      description: {
        'zh-CN': '加入可以提问的频道，可写几个：#新闻 #闲聊；一个也没有则处处可问',
        'zh-TW': '加入可以提問的頻道，可寫幾個：#新聞 #閒聊；一個也沒有則處處可問',
        'en': 'Channels to answer in, several at once: #news #chat; where there are none, everywhere',
      },
    },
    forbid: {
      kind: 'text',
      maxLength: LONGEST,
      exact: true,
      names: { 'zh-CN': '移除频道', 'zh-TW': '移除頻道', 'en': 'forbid' },
      description: {
        'zh-CN': '从可以提问的频道中移除，可写几个',
        'zh-TW': '從可以提問的頻道中移除，可寫幾個',
        'en': 'Channels to answer in no longer, several at once',
      },
    },
    reset: {
      kind: 'flag',
      names: { 'zh-CN': '重置', 'zh-TW': '重設', 'en': 'reset' },
      description: {
        'zh-CN': '先恢复为最初的设置',
        'zh-TW': '先恢復為最初的設定',
        'en': 'First put everything back as it was in the beginning',
      },
    },
  },
  access: 'admins',
  visibility: 'private',
  example: '/settings language:zh-CN',
  run({ store, place: { server } }, { language, private: secret, allow, forbid, reset = false }) {
    if (server === null) throw new UserError('servers_only', 'Settings are for servers: use /settings in one.');
    // What nobody has set is as it was in the beginning.
    const before = store.settings.of(reset ? null : server);
    const [added, removed] = [
      allow === undefined ? [] : channelsIn('allow', allow),
      forbid === undefined ? [] : channelsIn('forbid', forbid),
    ];
    const channels = [...new Set([...before.channels, ...added])].filter((channel) => !removed.includes(channel));
    if (channels.length > MOST_CHANNELS)
      throw new UserError('too_many_channels', `At most ${MOST_CHANNELS} channels can be allowed.`, { max: MOST_CHANNELS });
    const changed = reset || language !== undefined || secret !== undefined || allow !== undefined || forbid !== undefined;
    const settings = changed
      ? store.settings.change(server, { language: language ?? before.language, private: secret ?? before.private, channels })
      : before;
    return { command: 'settings', ok: true, settings, changed, lasting: store.problem === null };
  },
});
