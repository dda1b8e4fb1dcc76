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
    'language': {
      kind: 'choice',
      choices: LANGUAGES,
      names: { 'zh-CN': '语言', 'zh-TW': '語言', 'en': 'language' },
      description: { 'zh-CN': '公开回复用什么语言', 'zh-TW': '公開回覆用什麼語言', 'en': 'The language of replies that everybody sees' },
    },
    'private': {
      kind: 'flag',
      names: { 'zh-CN': '私密', 'zh-TW': '私密', 'en': 'private' },
      description: {
        'zh-CN': '是否默认只让提问者看见回复',
        'zh-TW': '是否預設只讓提問者看見回覆',
        'en': 'Whether replies are for the asker alone unless told otherwise',
      },
    },
    'allow': {
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
    'forbid': {
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
    'threads': {
      kind: 'text',
      maxLength: LONGEST,
      exact: true,
      names: { 'zh-CN': '子区', 'zh-TW': '討論串', 'en': 'threads' },
      description: {
        'zh-CN': '在这些频道里 @ 机器人提问的，各在一个子区里回答',
        'zh-TW': '在這些頻道裡 @ 機器人提問的，各在一個討論串裡回答',
        'en': 'Channels where whoever mentions the bot is answered in a thread of their own',
      },
    },
    'no-threads': {
      kind: 'text',
      maxLength: LONGEST,
      exact: true,
      names: { 'zh-CN': '不用子区', 'zh-TW': '不用討論串', 'en': 'no-threads' },
      description: {
        'zh-CN': '在这些频道里不再另开子区',
        'zh-TW': '在這些頻道裡不再另開討論串',
        'en': 'Channels where answers are in no threads any longer',
      },
    },
    'reset': {
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
  async run({ store, place: { server } }, { reset = false, ...given }) {
    if (server === null) throw new UserError('servers_only', 'Settings are for servers: use /settings in one.');
    // What nobody has set is as it was in the beginning.
    const before = await store.settings.of(reset ? null : server);
    const named = Object.values(given).some((value) => value !== undefined);
    const settings = {
      language: given.language ?? before.language,
      private: given.private ?? before.private,
      channels: changed(before.channels, { allow: given.allow }, { forbid: given.forbid }),
      threads: changed(before.threads, { threads: given.threads }, { 'no-threads': given['no-threads'] }),
    };
    return {
      command: 'settings',
      ok: true,
      settings: reset || named ? await store.settings.change(server, settings) : before,
      changed: reset || named,
      lasting: store.problem === null,
    };
  },
});

type Given = Readonly<Record<string, string | undefined>>;

/** A list of channels with those of one option added and those of another removed. @throws UserError where it gets too long */
function changed(before: readonly string[], adding: Given, removing: Given): string[] {
  const named = (options: Given): string[] =>
    Object.entries(options).flatMap(([option, written]) => (written === undefined ? [] : channelsIn(option, written)));
  const removed = named(removing);
  const channels = [...new Set([...before, ...named(adding)])].filter((channel) => !removed.includes(channel));
  if (channels.length > MOST_CHANNELS)
    throw new UserError('too_many_channels', `At most ${MOST_CHANNELS} channels can be named.`, { max: MOST_CHANNELS });
  return channels;
}
