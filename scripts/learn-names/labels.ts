import { DOT } from '../../src/people/names/characters.ts';

/** A folded text with the people's names in it, by their starts and by their ends. Offsets are UTF-16. */
export interface LabelledText {
  text: string;
  starts: Map<number, number>;
  ends: Map<number, number>;
  /** Offsets within names on which the teacher contradicts itself: nothing is learned there. */
  doubtful: Set<number>;
  /** Starts of names that stand more than once in the text, and are a name to the teacher each time. */
  sure: Set<number>;
}

/**
 * The teacher's spans, joined over dots, without those on which it contradicts itself: a name with one character more
 * or less elsewhere in the text, and a name of one character.
 */
export function consistent(text: string, spans: readonly [number, number][]): Omit<LabelledText, 'text'> {
  const joined: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && last[1] + 1 === start && DOT.test(text[last[1]]!)) last[1] = end;
    else joined.push([start, end]);
  }
  const times = new Map<string, number>();
  for (const [start, end] of joined) {
    const name = text.slice(start, end);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const doubtful = new Set<number>();
  const sure = new Set<number>();
  for (const [start, end] of joined) {
    const name = text.slice(start, end);
    const shorter = [name.slice(0, -1), name.slice(1)].some((other) => other.length > 1 && times.has(other));
    const longer = text[end] !== undefined && (times.has(name + text[end]) || times.has((text[start - 1] ?? '') + name));
    const dotAside = DOT.test(text[start - 1] ?? '') || DOT.test(text[end] ?? '');
    if (name.length < 2 || shorter || longer || dotAside) for (let at = start; at < end; at++) doubtful.add(at);
    else if (times.get(name)! > 1 && text.split(name).length - 1 === times.get(name)) sure.add(start);
    starts.set(start, end);
    ends.set(end, start);
  }
  return { starts, ends, doubtful, sure };
}
