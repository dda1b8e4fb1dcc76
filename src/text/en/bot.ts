import type { bot as original } from '../zh-CN/bot.ts';

export const bot: typeof original = {
  'discord.no_token':
    'DISCORD_TOKEN is not set, so the bot is logged in not to Discord but to a stand-in on this machine (see .env.example).',
  'discord.loading':
    'Loading the dictionary of words and the articles in {path} ({files} {files|file|files}): seconds, for many articles minutes.',
  'discord.port_taken': 'Port {port} is taken (LOCAL_PORT); another one is used.',
  'discord.page': 'Open this address in a browser and ask; Ctrl+C stops.',
  'discord.no_browser': 'There is no browser here that could be opened.',
  'discord.not_operator': 'Only the operators may use “/{command}”.',
  'discord.not_admin': 'Only those who may manage the server may use “/{command}”.',
  'discord.too_fast': 'You are asking too fast: try again in {seconds} s.',
  'discord.vote_first': 'Thank you, noted: {vote}',
  'discord.vote_same': 'You said so already: {vote}',
  'discord.vote_changed': 'Changed to {vote}',
  'discord.wrong_channel': 'This server has questions answered in these channels only: {channels}',
  'discord.private_here': 'In this server replies are for the asker alone: please use {command}.',
  'discord.hello':
    'Hello. Just ask, in Chinese, such as 谁是某某市市长？; I answer in the articles’ own words.\nAll that I can do: {help}. ' +
    'To ask by command: {ask}.',
  'discord.thanks': 'You are welcome. Ask on whenever you like.',
  'discord.expired': 'This button has expired; please ask again.',
  'discord.not_yours': 'Only the one who asked can delete this answer.',
  'discord.may_not_post': 'You cannot write in this channel, so the answer cannot be posted here.',
  'discord.stopping': 'The bot is restarting; please try again in a moment.',
  'discord.bad_value': 'The value of “{option}” cannot be used.',
  'store.module': 'Off: libsql (SQLite) cannot be loaded on this machine. Run npm ci in the bot’s folder and restart.',
  'store.damaged':
    'Kept in memory and lost at a restart: the file zhaiyin.db is damaged and was left alone. Stop the bot, put a ' +
    'backup in its place or move it away, and restart.',
  'store.read-only':
    'Changes do not last: the data folder cannot be written to. Let the user that runs the bot write to DATA_DIR, and restart.',
  'store.full': 'Cannot be kept: the disk is full. Make room.',
  'store.busy': 'Cannot be kept for the moment: another program holds the data file. See whether two bots share one DATA_DIR.',
  'store.gone': 'Cannot be kept: the data file was deleted while the bot ran. Restart it.',
  'store.newer': 'Kept in memory and lost at a restart: the data file comes from a newer version and was left alone. Use that version.',
  'store.database': 'Not kept for the moment: the database at DATABASE_URL cannot be used. The log says why.',
  'store.unusable': 'Does not last: the data folder cannot be used. The log says why.',
  'console.greeting':
    '{articles} {articles|article|articles}. Ask, or type a command such as /search 旅游扶贫. Tab completes, help lists, exit ends.',
  'console.corpus_unavailable': '“{path}” cannot be opened: {reason}. Set CORPUS_DIR, or say with --corpus where the articles are.',
  'console.too_little_memory':
    'The articles in “{path}” need about {needs} MB of heap, and Node may use {has} MB: set ' +
    'NODE_OPTIONS=--max-old-space-size={needs}, or give fewer articles.',
  'console.corpus_empty': 'There is no readable article in “{path}”. Set CORPUS_DIR, or say with --corpus where the articles are.',
  'console.found': '“{query}”: {total} {total|passage|passages}, {shown} shown',
  'console.answered': '“{query}” — in the articles’ own words:',
  'console.nearest': 'These are the nearest passages, not an answer ({total} {total|passage|passages}, {shown} shown):',
  'console.region': '{path}: {total} {total|article|articles}, {shown} shown',
  'console.official': '{name}: {total} {total|article|articles}, {statements} {statements|statement|statements}',
};
