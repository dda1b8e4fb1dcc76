/** The layout's arrows (docs/design.md), as rules: a forbidden import fails `npm run lint`. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|commands)/', pathNot: [from, ...allowed] },
});

/** A folder of src/discord imports of its neighbours those only, and the ground: limits, escaping, what was typed. */
const within = (name, folder, below, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/discord/${folder}/` },
  to: { path: '^src/discord/', pathNot: `^src/discord/(${[folder, ...below].join('|')})/|^src/discord/(limits|escape|typed)\\.ts$` },
});

const article = '^src/corpus/article\\.ts$';
const language = '^src/language/';
const plainData = '^src/(reply|library|user-error|version)\\.ts$|^src/command/(channels|command|example|options|table)\\.ts$';
const words = '^src/text/';
const steps = '^src/steps/';
const question = '^src/question/';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$'] }, to: {} },
    only('language-stands-alone', language, [], 'The language layer knows nothing of ours.'),
    only(
      'corpus',
      '^src/corpus/',
      [language, words, steps, '^src/user-error\\.ts$'],
      'Files to articles: language, and the words for what is refused.',
    ),
    only('people', '^src/people/', [language, article, steps], 'People read articles.'),
    only('places', '^src/places/', [language, article, steps], 'Places read articles.'),
    only(
      'question',
      question,
      [language, '^src/people/data/titles\\.ts$'],
      'A question is read without knowing what it is asked of: language, and the heads of titles.',
    ),
    only('search', '^src/search/', [language, article, steps, question], 'The search core knows nothing of Discord, files or commands.'),
    only('commands', '^commands/', [plainData, words], 'A command asks the library and returns plain data.'),
    only('store', '^src/store/', [words, '^src/user-error\\.ts$'], 'What is kept knows nothing of Discord, articles or commands.'),
    only(
      'curation',
      '^src/curation/',
      ['^src/(library|reply|user-error)\\.ts$', '^src/store/', '^src/corpus/formats/kinds\\.ts$'],
      'Changing the collection knows nothing of Discord.',
    ),
    only(
      'follow',
      '^src/follow/',
      [
        language,
        steps,
        '^src/(library|reply|user-error)\\.ts$',
        '^src/library/(changes|collection|refs|regions|results)\\.ts$',
        '^src/store/',
      ],
      'What is new and fits is found and planned without knowing how it is posted.',
    ),
    {
      name: 'library-asks-the-interface',
      comment: 'Questions are put to `Collection`, not to one of its adapters; the door alone chooses one.',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/library(/embedded/|\\.ts$)' },
      to: { path: '^src/library/embedded/' },
    },
    only(
      'reply',
      '^src/reply(/|\\.ts$)',
      ['^src/(corpus|question|store|text)/'],
      'What a command answers is plain data: types of what was found, and nothing that finds.',
    ),
    only(
      'operation',
      '^src/operation/',
      ['^src/(library|reply|user-error)\\.ts$'],
      'The process around the bot: it asks the library, and knows nothing of Discord.',
    ),
    {
      name: 'cluster-is-loaded-where-it-is-set-only',
      comment: 'Who has no cluster loads none of its client; the adapter knows nothing of the one in memory.',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/library/opensearch/' },
      to: { path: '^src/library/opensearch/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'cluster-client-in-its-room-only',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/library/opensearch/' },
      to: { path: 'node_modules/@opensearch-project' },
    },
    only(
      'text',
      words,
      ['^src/(corpus/reason-codes|store/reason-codes|reply/note-codes)\\.ts$'],
      'Texts are texts; the reasons that they put into words are declared where they arise.',
    ),
    only('local', '^src/local/', [], 'The loopback Discord stands for Discord: it knows nothing of the bot.'),
    {
      name: 'local-is-loaded-without-a-token-only',
      severity: 'error',
      comment: 'A bot that logs in to Discord carries none of the stand-in.',
      from: { path: '^(src|commands)/', pathNot: ['^src/local/', '^src/discord/lifecycle/stand-in\\.ts$'] },
      to: { path: '^src/(local/|discord/lifecycle/stand-in\\.ts$)', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    // Inside src/discord: what comes in stands on what goes out, that on ids and views, those on limits and escaping.
    within('discord-views', 'views', [], 'A view draws what it is given, and knows of no interaction.'),
    within('discord-custom-id', 'custom-id', [], 'An id is text with a limit.'),
    within('discord-outgoing', 'outgoing', ['custom-id', 'views'], 'An answer does not know what asked for it.'),
    within('discord-registration', 'registration', ['incoming'], 'Registering needs to know who may use what.'),
    within('discord-incoming', 'incoming', ['outgoing', 'custom-id', 'views'], 'The bot is started above it.'),
    {
      name: 'only-src-discord-imports-discord-js',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/discord/' },
      to: { path: 'node_modules/(discord\\.js|@discordjs)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
