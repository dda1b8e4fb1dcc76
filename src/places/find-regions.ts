import type { Article } from '../corpus/article.ts';
import { fold } from '../language/script.ts';
import { locate } from './locate.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isWithin } from './region.ts';
import type { Region } from './region.ts';
import type { Located } from './scan.ts';

/** A region that an article names. */
export interface RegionFinding {
  region: Region;
  /** `about`: in the title, the lead, or named about as often as any; else `mentioned`. */
  relation: 'about' | 'mentioned';
  /** Where the text names it, ascending; UTF-16, into the article's text. Empty where only the title does. */
  mentions: { start: number; end: number }[];
  inTitle: boolean;
}

/** The lead: two sentences, but no more than this many UTF-16 units. */
const LEAD = 160;
/** More places than this in a lead are a list, not a scene. */
const SCENE = 3;
/** 新华社北京7月31日电: where the agency sat, which says something only where the text comes back to it. */
const DATELINE = /^\d{1,2}月\d{1,2}日(?:电|讯)/;

/**
 * The regions that an article names, greater levels first.
 *
 * A name is resolved by what else the article names: a county of many namesakes by its prefecture or province, a town by
 * its county. What stays ambiguous, and what only bears a place's name (roads, schools, companies), is left out.
 * Regions that hold a named one are not added: ask {@link isWithin}.
 */
export function findRegions(article: Pick<Article, 'title' | 'text'>, gazetteer: Gazetteer): RegionFinding[] {
  const shift = article.title.length + 1;
  const folded = fold(`${article.title}\n${article.text}`);
  const located = locate(folded, gazetteer);
  const leadEnd = shift + leadLength(folded.slice(shift, shift + LEAD));

  const byCode = new Map<string, Located[]>();
  for (const one of located) {
    const same = byCode.get(one.code);
    if (same) same.push(one);
    else byCode.set(one.code, [one]);
  }
  const counted = (code: string) => byCode.get(code)!.filter((one) => !one.address).length;
  const most = Math.max(...[...byCode.keys()].map(counted), 0);
  const codes = [...byCode.keys()];
  const titled = codes.filter((code) => byCode.get(code)!.some((one) => one.start < shift && !one.address));
  const led = codes.filter((code) => byCode.get(code)!.some(
    (one) => one.start >= shift && one.start < leadEnd && !one.address,
  ));
  const onlyWired = (code: string) => counted(code) === 1 && DATELINE.test(folded.slice(byCode.get(code)![0]!.end));
  const scene = led.filter((code) => (led.length <= SCENE || counted(code) > 1) && !onlyWired(code))
    .filter((code) => ![...led, ...titled].some((inner) => inner !== code && isWithin(inner, code)));
  const dominant = codes.filter((code) => counted(code) >= 3 && counted(code) * 2 >= most);
  const about = new Set([...titled, ...scene, ...dominant]);

  return codes.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).map((code) => ({
    region: gazetteer.byCode(code)!,
    relation: about.has(code) ? 'about' : 'mentioned',
    mentions: byCode.get(code)!.filter((one) => one.start >= shift)
      .map(({ start, end }) => ({ start: start - shift, end: end - shift })),
    inTitle: byCode.get(code)!.some((one) => one.start < shift),
  }));
}

function leadLength(text: string): number {
  const sentences = /^[^。!?!?]*[。!?!?]?[^。!?!?]*[。!?!?]?/.exec(text);
  return sentences ? sentences[0].length : text.length;
}
