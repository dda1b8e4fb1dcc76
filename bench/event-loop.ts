/**
 * `node --import tsx bench/event-loop.ts [FOLDER] [ARTICLES] [--why]`: how long the event loop is held, and how long
 * questions wait, while a folder of that many news articles (10,000 unless told) is loaded, asked, and reloaded: nothing
 * changed, three files changed, all files changed; and how long each kind of question takes, first and again. Above the
 * articles there are, they are repeated with changes. `--why` also says what held the loop.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadSegmenter } from '../src/language/segment.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { EvalData } from './eval/data.ts';
import { quantile } from './eval/measures.ts';
import { LoopWatch } from './event-loop/held.ts';
import { NewsFolder } from './event-loop/news-folder.ts';
import { Profile } from './event-loop/profile.ts';

const { values, positionals } = parseArgs({ options: { why: { type: 'boolean', default: false } }, allowPositionals: true });
const [folder = '../shared/eval', wanted = '10000'] = positionals;
/** Questions a second. */
const RATE = 20;
/** Nothing should hold the loop for longer. In ms. */
const BOUND_MS = 50;
/** So many stretches above the bound are told one by one. */
const MOST_TOLD = 5;

const watch = new LoopWatch();
const ms = (value: number) => value.toFixed(0);

/** Runs one part, and says how long it took, how long the loop was held at most, and how long questions waited. */
async function part<T>(name: string, work: () => Promise<T>, ask?: (i: number) => Promise<void>): Promise<T> {
  const profile = values.why ? new Profile() : null;
  await profile?.start();
  await sleep(20);
  watch.take();
  const waits: number[] = [];
  let asked = 0;
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  /** Each in a turn of its own. Where the loop was held they are asked late: what counts is when each was due. */
  const next = () => {
    const due = began + ++asked * (1000 / RATE);
    timer = setTimeout(
      () => {
        void ask!(asked).then(() => waits.push(performance.now() - due));
        next();
      },
      Math.max(0, due - performance.now()),
    );
  };
  if (ask) next();
  const result = await work();
  clearTimeout(timer);
  const took = performance.now() - began;
  await sleep(20);
  const { longest, stretches } = watch.take();
  const above = stretches.filter(({ held }) => held > BOUND_MS);
  const why = await profile?.stop(above.slice(0, MOST_TOLD));
  const waited =
    waits.length === 0
      ? ''
      : `; ${waits.length} questions answered within p50 ${ms(quantile(waits, 0.5))}, p99 ${ms(quantile(waits, 0.99))}, ` +
        `most ${ms(Math.max(...waits))} ms`;
  console.log(
    `${name.padEnd(28)} ${(took / 1000).toFixed(2).padStart(7)} s, loop held at most ${ms(longest)} ms, ` +
      `${above.length} times over ${BOUND_MS} ms, ${Math.round(process.memoryUsage.rss() / 1048576)} MB${waited}`,
  );
  above
    .slice(0, MOST_TOLD)
    .forEach(({ held, gc, from }, i) =>
      console.log(
        `    ${ms(held)} ms (${ms(gc)} of them garbage collection) at ${((from - began) / 1000).toFixed(1)} s${why ? `: ${why[i]}` : ''}`,
      ),
    );
  return result;
}

/** Something of each kind, with what is dear: names of which the articles are full, words that nobody has. */
const KINDS: Readonly<Record<string, (library: Library) => unknown>> = {
  'search, common words': (library) => library.search('中国 经济 发展 工作'),
  'search, region and days': (library) => library.search('旅游', { region: '北京', from: '2014', to: '2018' }),
  'search, official': (library) => library.search('会议', { official: '习近平' }),
  'search, pinyin': (library) => library.search('lvyou fupin'),
  'search, misspelled': (library) => library.search('旅游扶平攻间'),
  'ask': (library) => library.ask('方山县在哪里?', { region: '山西', from: '2023' }),
  'ask, longest': (library) => library.ask('中国的经济发展和社会进步有哪些重要的成就'.repeat(25).slice(0, 500)),
  'region, largest': (library) => library.region('北京'),
  'region, many namesakes': (library) => library.region('朝阳'),
  'region, village': (library) => library.region('和平村'),
  'region, unknown': (library) => library.region('雅按'),
  'official, largest': (library) => library.official('习近平'),
  'official, by title': (library) => library.official('市委书记'),
  'official, unknown': (library) => library.official('习进平'),
  'latest': (library) => library.latest(),
  'latest, region': (library) => library.latest({ region: '广东' }),
  'timeline, region': (library) => library.timeline('北京'),
  'timeline, official': (library) => library.timeline('习近平'),
  'article': async (library) => library.article((await library.latest({ limit: 1 })).results[0]!.article.id),
  'completion, article': (library) => library.suggestArticles('交警'),
  'completion, article by id': (library) => library.suggestArticles('77/'),
  'completion, region': (library) => library.suggestRegions('ya'),
  'completion, official': (library) => library.suggestOfficials('li'),
  'status': (library) => library.status(),
  'files': (library) => library.files(),
  'preview': (library) =>
    library.preview('neu.txt', Buffer.from('雅安市石门镇的公路修好了。市委书记王建国指出，这条路很重要。'.repeat(3000))),
};

async function ofEachKind(library: Library): Promise<void> {
  for (const [name, use] of Object.entries(KINDS)) {
    const times: number[] = [];
    for (let i = 0; i < 6; i++) {
      const began = performance.now();
      try {
        await use(library);
      } catch {
        /* Nobody is called so here. */
      }
      times.push(performance.now() - began);
      await sleep(5);
    }
    console.log(
      `  ${name.padEnd(26)} first ${times[0]!.toFixed(1).padStart(8)} ms, then ${quantile(times.slice(1), 0.5).toFixed(1).padStart(7)} ms`,
    );
  }
}

const news = await NewsFolder.make(new EvalData(folder), Number(wanted));
const cacheDir = await mkdtemp(path.join(tmpdir(), 'zhaiyin-bench-'));
try {
  // Files that were only just written are read once more.
  await sleep(2500);
  const quiet = () => sleep(3000);
  let written: (() => void) | undefined;
  const log = {
    info: (_: object, message: string) => {
      if (message === 'snapshot written') written?.();
    },
    warn: (facts: object, message: string) => console.log(message, facts),
  };
  await part('dictionary of words', () => Promise.resolve(loadSegmenter()));
  let kept = new Promise<void>((resolve) => {
    written = resolve;
  });
  const library = await part(`load ${wanted} articles`, () => openLibrary(news.path, { cacheDir, warm: true, log }));
  const ask = async (i: number) => {
    await library.ask(news.questions[i % news.questions.length]!);
  };
  await part('snapshot written', () => kept, ask);
  await part('each kind', () => ofEachKind(library));
  await part('questions alone', quiet, ask);
  await part('reload, nothing changed', () => library.reload(), ask);
  for (const i of [1, 500, 999]) await news.write(i, 9);
  await part('reload, 3 files changed', () => library.reload(), ask);
  await news.writeAll(7);
  kept = new Promise<void>((resolve) => {
    written = resolve;
  });
  await part('reload, all files changed', () => library.reload(), ask);
  await part('snapshot written', () => kept, ask);
  await part('opened from its snapshot', () => openLibrary(news.path, { cacheDir, warm: true, log }), ask);
} finally {
  watch.close();
  await news.remove();
  await rm(cacheDir, { recursive: true, force: true });
}
