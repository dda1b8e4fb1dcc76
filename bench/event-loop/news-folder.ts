import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EvalData } from '../eval/data.ts';

interface News {
  id: string;
  date: string;
  text: string;
}

/** A folder of news articles, a file each; above those there are, they are repeated with changes. */
export class NewsFolder {
  readonly #news: News[];

  private constructor(
    readonly path: string,
    readonly count: number,
    data: EvalData,
  ) {
    this.#news = data.lines('news-10k.jsonl.gz').map((line) => JSON.parse(line) as News);
  }

  static async make(data: EvalData, count: number): Promise<NewsFolder> {
    const folder = new NewsFolder(await mkdtemp(path.join(tmpdir(), 'zhaiyin-bench-')), count, data);
    for (let i = 0; i < 100; i++) await mkdir(path.dirname(folder.#place(i)), { recursive: true });
    for (let i = 0; i < count; i++) await folder.write(i, Math.floor(i / folder.#news.length));
    return folder;
  }

  /** Beginnings of articles, to be asked for. */
  get questions(): string[] {
    return this.#news.slice(0, 1000).map(({ text }) => text.slice(0, 18));
  }

  /** Writes an article once more, told a little differently each round. */
  async write(number: number, round: number): Promise<void> {
    const { date, text } = this.#news[number % this.#news.length]!;
    await writeFile(this.#place(number), `---\ndate: ${date}\n---\n${round === 0 ? '' : `第${round}次报道。`}${text}\n`);
  }

  async writeAll(round: number): Promise<void> {
    for (let i = 0; i < this.count; i++) await this.write(i, round);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  #place(number: number): string {
    return path.join(this.path, String(number % 100).padStart(2, '0'), `${number}.md`);
  }
}
