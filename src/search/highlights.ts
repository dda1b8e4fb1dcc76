import { numerals } from '../language/numerals.ts';
import { words } from '../language/segment.ts';
import { isWord, termOf } from '../language/terms.ts';
import type { Question } from './question.ts';

/**
 * Where a question's words stand in a folded excerpt: ascending, apart, UTF-16 offsets in the excerpt. Words that
 * touch are marked as one.
 */
export function highlights(folded: string, question: Question): [number, number][] {
  const terms = new Set(question.terms);
  const marks: [number, number][] = [];
  let at = 0;
  for (const word of words(folded)) {
    if (isWord(word) && terms.has(termOf(word))) marks.push([at, at + word.length]);
    at += word.length;
  }
  // Cut otherwise in the article than in the question: look for the words as they stand.
  for (const term of terms) {
    if (term.length < 2) continue;
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) marks.push([i, i + term.length]);
  }
  for (const { start, end, figures } of numerals(folded)) if (terms.has(figures)) marks.push([start, end]);
  return merge(marks);
}

function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
