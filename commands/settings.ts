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
      kind: 'channel',
      names: { 'zh-CN': '允许频道', 'zh-TW': '允許頻道', 'en': 'allow' },
      description: {
        'zh-CN': '加入可以提问的频道；一个也没有则处处可问',
        'zh-TW': '加入可以提問的頻道；一個也沒有則處處可問',
        'en': 'A channel to answer in; where there is none, everywhere',
      },
    },
    forbid: {
      kind: 'channel',
      names: { 'zh-CN': '移除频道', 'zh-TW': '移除頻道', 'en': 'forbid' },
      description: { 'zh-CN': '从可以提问的频道中移除', 'zh-TW': '從可以提問的頻道中移除', 'en': 'A channel to answer in no longer' },
    },
  },
  access: 'admins',
  visibility: 'private',
  example: '/settings language:zh-CN',
  run({ store, place: { server } }, { language, private: secret, allow, forbid }) {
    if (server === null) throw new UserError('servers_only', 'Settings are for servers: use /settings in one.');
    const before = store.settings.of(server);
    const channels = [...new Set([...before.channels, ...(allow === undefined ? [] : [allow])])].filter((channel) => channel !== forbid);
    if (channels.length > MOST_CHANNELS)
      throw new UserError('too_many_channels', `At most ${MOST_CHANNELS} channels can be allowed.`, { max: MOST_CHANNELS });
    const changed = language !== undefined || secret !== undefined || allow !== undefined || forbid !== undefined;
    const settings = changed
      ? store.settings.change(server, { language: language ?? before.language, private: secret ?? before.private, channels })
      : before;
    return { command: 'settings', ok: true, settings, changed, lasting: store.problem === null };
  },
});
