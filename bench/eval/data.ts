import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/corpus/article.ts';
import { parseFile } from '../../src/corpus/parse.ts';

/** A question people wrote, the articles that answer it, and the answer's words. */
export interface Row {
  id: string;
  question: string;
  relevant: string[];
  answers: string[];
  answerable?: boolean;
}

/** The evaluation data: not part of the project, so its folder is an argument. */
export class EvalData {
  /** @throws {Error} in words for people, where the folder is not there. */
  constructor(readonly folder: string) {
    if (!existsSync(path.join(folder, 'questions.dev.jsonl'))) {
      throw new Error(`No evaluation data in ${folder}. It is not part of the project; give its folder: npm run eval -- FOLDER`);
    }
  }

  rows(file: string): Row[] {
    return this.#text(file)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  }

  lines(file: string): string[] {
    return this.#text(file).trim().split('\n');
  }

  articles(file: string): Article[] {
    return parseFile(file.replace(/\.gz$/, ''), Buffer.from(this.#text(file))).articles;
  }

  #text(file: string): string {
    const bytes = readFileSync(path.join(this.folder, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  }
}

/** The set a row comes from: the part of its id before the colon. */
export function setOf(row: Row): string {
  return row.id.split(':')[0]!;
}
