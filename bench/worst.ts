/**
 * `node --import tsx bench/worst.ts [FOLDER] [ARTICLES]`: how long an ordinary question waits while twenty of the worst inputs are in
 * flight: questions of 500 characters of every kind, and uploads of the greatest length; and how long the event loop is held.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Library, openLibrary } from '../src/library.ts';
import { EvalData } from './eval/data.ts';
import { LoopWatch } from './event-loop/held.ts';
import { NewsFolder } from './event-loop/news-folder.ts';

const [folder = '../shared/eval', articles = '1000'] = process.argv.slice(2);
const IN_FLIGHT = 20;
/** The longest text that is read as one article, and the longest question; UTF-16 units. */
const [LONGEST_TEXT, LONGEST_QUESTION] = [199_000, 500];

const long = (piece: string, length = LONGEST_QUESTION) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const upload = (name: string, text: string) => (library: Library) => library.preview(name, Buffer.from(text));
const SPEECH = '雅安市石门镇的公路修好了。市委书记王建国指出，这条路很重要。';

const WORST: Readonly<Record<string, (library: Library) => Promise<unknown>>> = {
  'search: one digit': (library) => library.search(long('1')),
  'search: one character': (library) => library.search(long('县')),
  'search: words': (library) => library.search(long('中国的经济发展和社会进步有哪些重要的成就')),
  'search: places': (library) => library.search(long('北京上海雅安石门朝阳和平')),
  'search: rare characters': (library) => library.search(long('龘靐齉齾爩麤')),
  'search: latin': (library) => library.search(long('zhongguorenmin ')),
  'search: brackets': (library) => library.search(long('（「『【《')),
  'search: quoted': (library) => library.search(long('"旅游" -扶贫 ')),
  'ask: words': (library) => library.ask(long('中国的经济发展和社会进步有哪些重要的成就')),
  'ask: days': (library) => library.ask(long('2018年5月3日至5日')),
  'ask: titles': (library) => library.ask(long('市委书记副市长')),
  'region': (library) => library.region(long('雅按市石们镇')),
  'official': (library) => library.official(long('习进平王见国')),
  'upload: statements': upload('a.txt', long(SPEECH, LONGEST_TEXT)),
  'upload: short lines': upload('b.txt', long('阅读 12\n', LONGEST_TEXT)),
  'upload: one line': upload('c.txt', long(SPEECH.replaceAll('。', '，'), LONGEST_TEXT)),
  'upload: paragraphs of HTML': upload('d.html', `<html><body>${long(`<p>${SPEECH}</p>`, LONGEST_TEXT)}</body></html>`),
  'upload: Markdown': upload('e.md', long(`# ${SPEECH}\n\n> **${SPEECH}**\n\n`, LONGEST_TEXT)),
  'upload: rows': upload('f.jsonl', Array.from({ length: 5000 }, (_, id) => JSON.stringify({ id, text: SPEECH.repeat(20) })).join('\n')),
  'upload: garbled': upload('g.txt', long(Buffer.from(SPEECH).toString('latin1'), LONGEST_TEXT)),
};

const watch = new LoopWatch();
const news = await NewsFolder.make(new EvalData(folder), Number(articles));
const cacheDir = await mkdtemp(path.join(tmpdir(), 'zhaiyin-worst-'));
try {
  const library = await openLibrary(news.path, { cacheDir, warm: true });
  const question = news.questions[0]!;
  await library.ask(question);
  /** Runs some at once; an ordinary question comes right behind them, and others every 50 ms. */
  const measured = async (name: string, works: readonly ((library: Library) => Promise<unknown>)[]) => {
    await sleep(100);
    watch.take();
    const began = performance.now();
    let open = works.length;
    const all = works.map((work) =>
      work(library)
        .then(
          () => null,
          () => null,
        )
        .finally(() => open--),
    );
    const waits: number[] = [];
    do {
      const asked = performance.now();
      await library.ask(question);
      waits.push(performance.now() - asked);
      await sleep(50);
    } while (open > 0);
    await Promise.all(all);
    const took = performance.now() - began;
    const { longest } = watch.take();
    console.log(
      `${name.padEnd(28)} took ${took.toFixed(0).padStart(6)} ms, loop held at most ${longest.toFixed(0).padStart(4)} ms, ` +
        `first question answered after ${waits[0]!.toFixed(0)} ms, the longest of ${waits.length} ${Math.max(...waits).toFixed(0)} ms`,
    );
  };
  for (const [name, work] of Object.entries(WORST)) await measured(name, [work]);
  await measured(`all ${Object.keys(WORST).length}`, Object.values(WORST));
  for (const [name, work] of Object.entries(WORST)) await measured(`20 x ${name}`, Array<typeof work>(IN_FLIGHT).fill(work));
} finally {
  watch.close();
  await news.remove();
  await rm(cacheDir, { recursive: true, force: true });
}
process.exit();
