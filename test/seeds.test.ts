import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readCorpus } from '../src/corpus/files/read.ts';

it('every file in seeds/ is an article: none refused, each with a title and a text, no two with one id', async () => {
  const files = await readdir('seeds');
  const { articles, rejected } = await readCorpus('seeds');
  expect(rejected).toEqual([]);
  expect(articles.map(({ file }) => file)).toEqual(files.sort());
  expect(new Set(articles.map(({ id }) => id)).size).toBe(files.length);
  for (const { title, text } of articles) {
    expect(title.trim()).not.toBe('');
    expect(text.length).toBeGreaterThan(200);
  }
});
