/** Text files that hold a record an article without being a format of their own: tagged records, and lines behind a label. */
import type { PageEvidence } from './page/evidence.ts';

/** One record: its text as a slice of the file, UTF-16 offsets, and what it says beside. */
export interface TextRecord {
  start: number;
  end: number;
  evidence: PageEvidence;
}

/** The records of a text, or none where it is an ordinary page. */
export function recordsIn(text: string): TextRecord[] {
  const tagged = taggedRecords(text);
  return tagged.length > 0 ? tagged : labelledLines(text);
}

const NAMES: Readonly<Record<'text' | 'title' | 'url' | 'date' | 'source', readonly string[]>> = {
  text: ['content', 'text', 'body', 'article'],
  title: ['contenttitle', 'title', 'headline'],
  url: ['url', 'link'],
  date: ['date', 'time', 'pubtime', 'publishtime', 'pubdate', 'datetime'],
  source: ['source', 'media'],
};

/** `<doc><url>…</url><contenttitle>…</contenttitle><content>…</content></doc>`, as collections of pages have them. */
function taggedRecords(text: string): TextRecord[] {
  // Lower case of some letters is longer; offsets must stay.
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const records: TextRecord[] = [];
  for (let open = lower.indexOf('<doc>'); open >= 0; open = lower.indexOf('<doc>', open)) {
    const end = lower.indexOf('</doc>', open);
    if (end < 0) break;
    const record = lower.slice(open, end);
    const field = (names: readonly string[]) => names.map((name) => fieldIn(record, name)).find((found) => found !== null) ?? null;
    const body = field(NAMES.text);
    if (body) {
      const said = (names: readonly string[]) => {
        const found = field(names);
        return found === null ? undefined : text.slice(open + found[0], open + found[1]).trim() || undefined;
      };
      const [title, date] = [said(NAMES.title), said(NAMES.date)];
      records.push({
        start: open + body[0],
        end: open + body[1],
        evidence: {
          titles: title === undefined ? [] : [{ text: title, from: 'field' }],
          dates: date === undefined ? [] : [date],
          url: said(NAMES.url),
          source: said(NAMES.source),
        },
      });
    }
    open = end;
  }
  return records;
}

function fieldIn(record: string, name: string): [number, number] | null {
  const open = record.indexOf(`<${name}>`);
  if (open < 0) return null;
  const start = open + name.length + 2;
  const end = record.indexOf(`</${name}>`, start);
  return end < 0 ? null : [start, end];
}

/** A label is a word; a text behind it says more. In UTF-16 units. */
const [LONGEST_LABEL, SHORTEST_TEXT] = [20, 20];
/** Labels repeat: a table of names and values has as many as lines. */
const LABELS_PER_LINE = 0.5;
const FEW_LABELS = 20;

/** `体育<TAB>text`, one article a line, as collections for classifiers have them. */
function labelledLines(text: string): TextRecord[] {
  const records: TextRecord[] = [];
  const labels = new Set<string>();
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue;
    const tab = line.indexOf('\t');
    if (
      tab < 1 ||
      tab > LONGEST_LABEL ||
      line.length - tab < SHORTEST_TEXT ||
      /[。，；！？\s]/.test(line.slice(0, tab).replace(/^\uFEFF/, ''))
    )
      return [];
    labels.add(line.slice(0, tab));
    records.push({ start: index + tab + 1, end: index + line.length, evidence: {} });
  }
  return records.length >= 2 && (labels.size <= FEW_LABELS || labels.size <= records.length * LABELS_PER_LINE) ? records : [];
}
