/** The stand-in's own words, in the reader's languages; what the bot says comes from the bot. */

/** @import { Language } from './types.d.ts' */

const zhCN = {
  title: '{bot} · 本机上的 Discord 替身',
  notice: '这不是 Discord，而是它在本机上的替身，只用来试用机器人。所见所写都不离开这台电脑。',
  language: '语言',
  role: '身份',
  member: '成员',
  moderator: '管理员',
  theme: '明暗',
  system: '随系统',
  light: '浅色',
  dark: '深色',
  channel: '新闻',
  log: '频道消息',
  composer: '输入命令或消息',
  placeholder: '输入 / 查看命令，或 @ 提问',
  send: '发送',
  palette: '命令和选项',
  waiting: '机器人正在启动……',
  lost: '与替身的连接断开了，正在重连……',
  empty: '还没有消息。可用的命令：',
  used: '{who} 使用了 {command}',
  replied: '回复 {who} 的点选',
  answered: '回复 {who}',
  menu: '应用',
  edited: '（已编辑）',
  thinking: '正在思考……',
  only_you: '仅您可见',
  dismiss: '关闭消息',
  reveal: '隐藏的文字，按下显示',
  need_slash: '请以 / 开头，或写上 @{bot} 来提问。',
  unknown: '没有「/{name}」这个命令。',
  missing: '请填写「{option}」。',
  number: '「{option}」应为整数。',
  range: '「{option}」应在 {min} 到 {max} 之间。',
  choice: '「{option}」请从所列中选一个。',
  long: '「{option}」最多 {max} 个字符。',
  failed: '该应用程序未响应：{reason}',
  needed: '必填',
};

/** @type {Record<Language, typeof zhCN>} */
const TABLES = {
  'zh-CN': zhCN,
  'zh-TW': {
    title: '{bot} · 本機上的 Discord 替身',
    notice: '這不是 Discord，而是它在本機上的替身，只用來試用機器人。所見所寫都不離開這臺電腦。',
    language: '語言',
    role: '身分',
    member: '成員',
    moderator: '管理員',
    theme: '明暗',
    system: '隨系統',
    light: '淺色',
    dark: '深色',
    channel: '新聞',
    log: '頻道訊息',
    composer: '輸入指令或訊息',
    placeholder: '輸入 / 查看指令，或 @ 提問',
    send: '傳送',
    palette: '指令和選項',
    waiting: '機器人正在啟動……',
    lost: '與替身的連線中斷了，正在重新連線……',
    empty: '還沒有訊息。可用的指令：',
    used: '{who} 使用了 {command}',
    replied: '回覆 {who} 的點選',
    answered: '回覆 {who}',
    menu: '應用程式',
    edited: '（已編輯）',
    thinking: '正在思考……',
    only_you: '僅您可見',
    dismiss: '關閉訊息',
    reveal: '隱藏的文字，按下顯示',
    need_slash: '請以 / 開頭，或寫上 @{bot} 來提問。',
    unknown: '沒有「/{name}」這個指令。',
    missing: '請填寫「{option}」。',
    number: '「{option}」應為整數。',
    range: '「{option}」應在 {min} 到 {max} 之間。',
    choice: '「{option}」請從所列中選一個。',
    long: '「{option}」最多 {max} 個字元。',
    failed: '該應用程式未回應：{reason}',
    needed: '必填',
  },
  'en-US': {
    title: '{bot} · a stand-in for Discord on this machine',
    notice:
      'This is not Discord but a stand-in for it on this machine, to try the bot with. Nothing you see or write leaves this computer.',
    language: 'Language',
    role: 'Role',
    member: 'Member',
    moderator: 'Moderator',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    channel: 'news',
    log: 'Messages of the channel',
    composer: 'Type a command or a message',
    placeholder: 'Type / for commands, or ask with @',
    send: 'Send',
    palette: 'Commands and options',
    waiting: 'The bot is starting…',
    lost: 'The connection to the stand-in is lost; trying again…',
    empty: 'No messages yet. The commands:',
    used: '{who} used {command}',
    replied: 'In reply to a choice by {who}',
    answered: 'In reply to {who}',
    menu: 'Apps',
    edited: '(edited)',
    thinking: 'is thinking…',
    only_you: 'Only you can see this',
    dismiss: 'Dismiss message',
    reveal: 'Hidden text, press to show',
    need_slash: 'Begin with /, or ask with @{bot}.',
    unknown: 'There is no command /{name}.',
    missing: '“{option}” is needed.',
    number: '“{option}” is to be a whole number.',
    range: '“{option}” is to be from {min} to {max}.',
    choice: '“{option}” is to be one of those listed.',
    long: '“{option}” may have {max} characters at most.',
    failed: 'The application did not respond: {reason}',
    needed: 'required',
  },
};

/** @typedef {keyof typeof zhCN} Key */

/**
 * The text of `key`, its `{name}` places filled.
 *
 * @param {Language} language
 * @param {Key} key
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function text(language, key, values = {}) {
  return TABLES[language][key].replace(/\{(\w+)\}/g, (place, /** @type {string} */ name) => String(values[name] ?? place));
}

/** @returns {Language} the one that suits the browser */
export function browserLanguage() {
  const tag = navigator.language.toLowerCase();
  if (!tag.startsWith('zh')) return 'en-US';
  return /^zh-(tw|hk|mo|hant)/.test(tag) ? 'zh-TW' : 'zh-CN';
}
