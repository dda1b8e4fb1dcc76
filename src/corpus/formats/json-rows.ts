import { refusal } from '../refusal.ts';
import { type FileLine, LineCutter } from './json-lines.ts';
import type { RawArticle, RefusedLine } from './raw-article.ts';
import { RecordReader } from './record.ts';

/** Reads a file with a JSON record on each line, as its bytes come. */
export class JsonRows {
  readonly #lines = new LineCutter();
  readonly #records = new RecordReader();

  /** @throws {Unreadable} where the encoding can't be told; there is no use in reading on */
  *push(bytes: Uint8Array): Generator<RawArticle | RefusedLine> {
    yield* this.#read(this.#lines.push(bytes));
  }

  /** @throws {Unreadable} as `push` */
  *end(): Generator<RawArticle | RefusedLine> {
    yield* this.#read(this.#lines.end());
  }

  *#read(lines: Iterable<FileLine>): Generator<RawArticle | RefusedLine> {
    for (const one of lines) {
      if ('refused' in one) yield one;
      else if (one.text.trim() !== '') yield this.#row(one);
    }
  }

  #row({ line, text }: { line: number; text: string }): RawArticle | RefusedLine {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return { line, refused: refusal('not-json', { detail: (error as Error).message.slice(0, 160) }) };
    }
    const article = this.#records.read(value, line);
    return 'reason' in article ? { line, refused: article } : article;
  }
}
