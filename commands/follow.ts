import { type Context, defineCommand } from '../src/command/command.ts';
import { filterOptions } from '../src/command/options.ts';
import type { Follow } from '../src/reply.ts';
import { UserError } from '../src/user-error.ts';

const LONGEST_WORDS = 100;

export default defineCommand({
  name: 'follow',
  names: { 'zh-CN': '关注', 'zh-TW': '關注', 'en': 'follow' },
  description: {
    'zh-CN': '关注一地、一人或词语：有新文章时发来原文',
    'zh-TW': '關注一地、一人或詞語：有新文章時發來原文',
    'en': 'Follow a place, a person or words: quotes are posted when new articles have them',
  },
  options: {
    action: {
      kind: 'choice',
      required: true,
      choices: [
        { value: 'add', names: { 'zh-CN': '增添', 'zh-TW': '增添', 'en': 'add' } },
        { value: 'list', names: { 'zh-CN': '列出', 'zh-TW': '列出', 'en': 'list' } },
        { value: 'stop', names: { 'zh-CN': '停止', 'zh-TW': '停止', 'en': 'stop' } },
      ],
      names: { 'zh-CN': '做什么', 'zh-TW': '做什麼', 'en': 'action' },
      description: { 'zh-CN': '增添、列出或停止关注', 'zh-TW': '增添、列出或停止關注', 'en': 'Add, list or stop' },
    },
    region: {
      ...filterOptions.region,
      description: { 'zh-CN': '要关注的地方', 'zh-TW': '要關注的地方', 'en': 'The place to follow' },
    },
    official: {
      ...filterOptions.official,
      description: { 'zh-CN': '要关注的官员', 'zh-TW': '要關注的官員', 'en': 'The official to follow' },
    },
    query: {
      kind: 'text',
      maxLength: LONGEST_WORDS,
      names: { 'zh-CN': '词语', 'zh-TW': '詞語', 'en': 'query' },
      description: {
        'zh-CN': '要关注的词语：文章要全部含有；引号中的不拆开',
        'zh-TW': '要關注的詞語：文章要全部含有；引號中的不拆開',
        'en': 'Words to follow: an article must have them all; “quoted” ones as they stand',
      },
    },
    private: {
      kind: 'flag',
      names: { 'zh-CN': '私密', 'zh-TW': '私密', 'en': 'private' },
      description: {
        'zh-CN': '私信发给我，不发到本频道',
        'zh-TW': '私訊發給我，不發到本頻道',
        'en': 'Sent to me directly instead of posted in this channel',
      },
    },
    number: {
      kind: 'number',
      min: 1,
      max: 1_000_000_000,
      names: { 'zh-CN': '编号', 'zh-TW': '編號', 'en': 'number' },
      description: {
        'zh-CN': '停止哪一项：列出时的编号',
        'zh-TW': '停止哪一項：列出時的編號',
        'en': 'Which to stop: its number in the list',
      },
    },
  },
  subcommands: {
    option: 'action',
    of: {
      add: {
        description: {
          'zh-CN': '关注一地、一人或词语，在本频道或私信',
          'zh-TW': '關注一地、一人或詞語，在本頻道或私訊',
          'en': 'Follow a place, a person or words, in this channel or directly',
        },
        options: ['region', 'official', 'query', 'private'],
      },
      list: {
        description: { 'zh-CN': '列出关注了什么', 'zh-TW': '列出關注了什麼', 'en': 'List what is followed' },
        options: [],
      },
      stop: {
        description: { 'zh-CN': '停止一项关注', 'zh-TW': '停止一項關注', 'en': 'Stop following something' },
        options: ['number'],
        required: ['number'],
      },
    },
  },
  access: 'everyone',
  visibility: 'private',
  example: '/follow list',
  async run(context, { action, region, official, query, private: secret, number }) {
    const { store } = context;
    switch (action) {
      case 'list': {
        const follows = (await store.follows.all()).filter((follow) => isSeen(context, follow));
        return { command: 'follow', ok: true, action, total: follows.length, follows };
      }
      case 'stop':
        return stopped(context, number ?? 0);
      case 'add': {
        const { following, place, locale, moderates } = context;
        if (!following || place.user === null)
          throw new UserError('follow_unavailable', 'Following works in Discord, where the bot itself reads the articles.');
        const wanted = await meant(context, { region, official, query });
        const isDirect = secret === true || place.server === null;
        if (!isDirect && moderates !== true)
          throw new UserError('follow_moderators', 'Only moderators may follow in a channel; with private:true it is sent to you.');
        const { language } = await store.settings.of(place.server);
        const where = isDirect
          ? { server: null, channel: null, user: place.user, locale }
          : { server: place.server, channel: place.channel, user: null, locale: language === 'auto' ? locale : language };
        const follow = await following.add({ ...wanted, ...where });
        return { command: 'follow', ok: true, action, follow, per_day: following.perDay, lasting: store.problem === null };
      }
    }
  },
  // The button below each post, and those of the list.
  decide: (context, pending) => stopped(context, Number(pending)),
});

type Asked = Pick<Context, 'store' | 'place' | 'moderates'>;

/** Ends a follow of one's own; those of a server's channels by its moderators, any by whoever runs the bot. */
async function stopped(context: Asked, id: number) {
  const follow = await context.store.follows.find(id);
  if (!follow || !isSeen(context, follow))
    throw new UserError('unknown_follow', 'There is no such follow, or it is not yours: /follow list has those that are.');
  await context.store.follows.end(id);
  return { command: 'follow' as const, ok: true as const, action: 'stop' as const, follow };
}

/** Whether the one who asks may see a follow, and end it. Nobody sees what another follows privately. */
function isSeen({ place, moderates }: Asked, { server, user }: Follow): boolean {
  if (place.user === null || user === place.user) return true;
  return moderates === true && user === null && server === place.server;
}

/** What is to be followed: one of the three. @throws {UserError} `follow_what`, `unknown_region`, `unknown_official` */
async function meant(
  { library }: Pick<Context, 'library'>,
  { region, official, query }: Readonly<Record<'region' | 'official' | 'query', string | undefined>>,
): Promise<Pick<Follow, 'kind' | 'what' | 'name'>> {
  if ([region, official, query].filter((each) => each !== undefined).length !== 1)
    throw new UserError('follow_what', 'Give one of these to follow: a place, an official, or words.');
  if (region !== undefined) {
    const { region: found, suggestions } = await library.region(region, { limit: 1 });
    if (!found) throw new UserError('unknown_region', `No region is called “${region}”.`, { query: region }, 'unknown_region', suggestions);
    return { kind: 'region', what: found.code, name: found.path.join(' › ') };
  }
  if (official !== undefined) {
    const { official: found, suggestions } = await library.official(official, { limit: 1 });
    if (!found)
      throw new UserError('unknown_official', `No official is called “${official}”.`, { query: official }, 'unknown_official', suggestions);
    return { kind: 'official', what: found.name.toLowerCase(), name: found.name };
  }
  return { kind: 'words', what: query!, name: query! };
}
