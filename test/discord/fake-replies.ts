import type {
  ArticleRef,
  ArticleReply,
  AskReply,
  CorpusStatus,
  OfficialReply,
  ReadRef,
  RegionReply,
  Result,
  SearchReply,
  TimelineReply,
} from '../../src/reply.ts';

/** A question as it may be read. */
export const READ: ReadRef = {
  matter: ['旅游'],
  demand: { kind: 'other', of: null, about: null, time: null, unit: null },
  conditions: { places: [], people: [], days: [], stretches: [], figures: [], negated: false },
  newest: false,
  wordings: ['旅游'],
};

export const ARTICLE: ArticleRef = {
  id: '002_77c31bd8ea54c989',
  title: '雅安市*雨城区*召开会议',
  title_basis: 'stated',
  file: '002_77c31bd8ea54c989.txt',
  source: '雨城区<办公室>',
  url: null,
  published: null,
  event: null,
  date: { text: '5月25日', iso: '2018-05-25', basis: 'inferred', evidence: '旁边的文章', evidence_code: null },
};

export function result(at = 0, words = '会议指出，要做好*旅游扶贫*工作。'): Result {
  const from = words.indexOf('旅游');
  return {
    article: { ...ARTICLE, id: `article-${at}`, title: `第${at}篇` },
    quote: { text: words, start: 0, end: words.length, highlights: from < 0 ? [] : [[from, from + 2]] },
    score: 10 - at,
    regions: [{ name: '雨城区', code: '511802', path: ['四川省', '雅安市', '雨城区'] }],
    officials: [{ name: '高福强', title: '区委书记' }],
  };
}

export const results = (count: number): Result[] => Array.from({ length: count }, (_, at) => result(at));

export const STATUS: CorpusStatus = {
  articles: 5,
  passages: 16,
  rejected: [],
  loaded_at: '2026-01-02T03:04:05.000Z',
  build_ms: 120,
  rss_mb: 200,
  no_region: 1,
  no_official: 2,
  no_year: 3,
  date_conflicts: 4,
  remarked: 0,
  remarks: [],
  conflicting: ['a*b'],
};

export const searchReply = (more: Partial<SearchReply> = {}): SearchReply => ({
  command: 'search',
  ok: true,
  took_ms: 1,
  query: '旅游扶贫',
  read: { words: '旅游扶贫', phrases: [], excluded: [] },
  total: 12,
  articles: (more.results ?? results(12)).map(({ article }) => ({ id: article.id, passages: 1 })),
  results: results(12),
  ...more,
});
export const askReply = (more: Partial<AskReply> = {}): AskReply => ({
  command: 'ask',
  ok: true,
  took_ms: 1,
  question: '谁？',
  read: READ,
  answered: true,
  confidence: 0.9,
  answers: 7,
  nearest: more.answered === false ? (more.results ?? results(7)).length : 0,
  total: 7,
  results: results(7),
  ...more,
});
export const regionReply = (more: Partial<RegionReply> = {}): RegionReply => ({
  command: 'region',
  ok: true,
  took_ms: 1,
  query: '雅安',
  total: 2,
  about: 1,
  parts: [{ name: '雨城区', code: '511802', path: ['四川省', '雅安市', '雨城区'], articles: 2 }],
  region: { name: '雅安市', code: '5118', path: ['四川省', '雅安市'] },
  others: [],
  results: [
    { ...result(0), relation: 'mentioned' },
    { ...result(1), relation: 'about' },
  ],
  ...more,
});
export const officialReply = (more: Partial<OfficialReply> = {}): OfficialReply => ({
  command: 'official',
  ok: true,
  took_ms: 1,
  query: '孙咏平',
  total: 1,
  others: [],
  results: [result(0)],
  articles: [result(0).article],
  official: {
    name: '孙咏平',
    titles: [{ text: '丹江口市委书记', article: 'article-0', start: 0, end: 7, organisation: '丹江口市委' }],
    offices: [{ text: '丹江口市委书记', articles: 1, newest: 'article-0', oldest: 'article-0' }],
    statements: Array.from({ length: 7 }, (_, at) => ({
      verb: '指出',
      text: `要做好第${at}件事。`,
      article: 'article-0',
      start: 0,
      end: 9,
      speaker: at === 1 ? ('continued' as const) : ('named' as const),
    })),
    acts: [{ verb: '出席', text: '孙咏平出席会议。', article: 'article-0', start: 0, end: 8 }],
  },
  ...more,
});
export const timelineReply = (more: Partial<TimelineReply> = {}): TimelineReply => ({
  command: 'timeline',
  ok: true,
  took_ms: 1,
  query: '雅安',
  total: 3,
  undated: 1,
  others: [],
  region: { name: '雅安市', code: '5118', path: ['四川省', '雅安市'] },
  official: null,
  results: [0, 1, 2].map((at) => ({
    ...result(at),
    when: at < 2 ? ARTICLE.date : { ...ARTICLE.date, iso: null, basis: 'unknown' as const },
    dated: at < 2,
  })),
  ...more,
});
export const articleReply = (text: string, id = ARTICLE.id): ArticleReply => ({
  command: 'article',
  ok: true,
  took_ms: 1,
  total: 1,
  text,
  results: [{ article: { ...ARTICLE, id }, quote: { text: '', start: 0, end: 0, highlights: [] }, score: 0, regions: [], officials: [] }],
  regions: [{ name: '雅安市', code: '5118', path: ['四川省', '雅安市'], relation: 'about', start: 0, end: 3 }],
  officials: [
    { name: '高福强', titles: [{ text: '区委书记', article: ARTICLE.id, start: 0, end: 4, organisation: null }], statements: [], acts: [] },
  ],
  dates: [],
});
