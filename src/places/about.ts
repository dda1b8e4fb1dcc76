import type { Gazetteer } from './gazetteer.ts';
import { isWithin } from './region.ts';
import type { Located } from './scan.ts';
import { unnamedPlaces } from './unnamed.ts';

/** The lead: two sentences, but no more than this many UTF-16 units. */
const LEAD = 160;
/** More places than this in a lead are a list, not a scene. */
const SCENE = 3;
/** So many places side by side are a list: each is mentioned, none is what the article is about. */
const LIST = 5;
const LISTING = /^(?:[、,，]|[和及与]|以及)$/;
/** 新华社成都5月3日电, 本报西安讯: what stands right before and right behind the place of a dateline. */
const AGENCY = /(?:社|网|报|台|端|时刻|在线|记者)$/;
const WIRED = /^(?:新闻)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息)|^[电讯](?![\p{Script=Han}])/u;
/** Agencies send from Beijing what concerns the whole country: it says something only where the text comes back to it. */
const SEAT = '11';

/**
 * Codes of what an article is about: places in its title, in its lead or its dateline, and those meant about as often
 * as any. `folded` is title and text, the text from `shift` on; `byCode` has what they
 * name, in the order of the text.
 */
export function aboutWhat(
  folded: string,
  shift: number,
  byCode: ReadonlyMap<string, Located[]>,
  gazetteer: Gazetteer,
): ReadonlySet<string> {
  const leadEnd = shift + leadLength(folded.slice(shift, shift + LEAD));
  const codes = [...byCode.keys()];
  const listed = inLists([...byCode.values()].flat(), folded);
  const unnamed = unnamedPlaces(folded, byCode, gazetteer);
  const counts = new Map(
    codes.map((code) => [code, byCode.get(code)!.filter((one) => !one.address && !listed.has(one)).length + (unnamed.get(code) ?? 0)]),
  );
  const counted = (code: string) => counts.get(code)!;
  const namedIn = (from: number, to: number) =>
    codes.filter((code) => byCode.get(code)!.some((one) => one.start >= from && one.start < to && !one.address && !listed.has(one)));

  const titled = namedIn(0, shift);
  const led = namedIn(shift, leadEnd);
  const wired = codes.filter((code) => byCode.get(code)!.some((one) => isDateline(folded, one)));
  const scene = led
    .filter((code) => (led.length <= SCENE || counted(code) > 1) && !wired.includes(code))
    .filter((code) => ![...led, ...titled].some((inner) => inner !== code && isWithin(inner, code)));
  const most = Math.max(...counts.values(), 0);
  const dominant = codes.filter((code) => counted(code) >= 3 && counted(code) * 2 >= most);
  return new Set([...titled, ...scene, ...dominant, ...wired.filter((code) => code !== SEAT || counted(code) > 1)]);
}

/** The places that stand in a list of {@link LIST} or more. */
function inLists(all: readonly Located[], folded: string): ReadonlySet<Located> {
  const listed = new Set<Located>();
  let run: Located[] = [];
  const close = () => {
    if (run.length >= LIST) run.forEach((one) => listed.add(one));
    run = [];
  };
  for (const one of [...all].sort((a, b) => a.start - b.start)) {
    const last = run.at(-1);
    if (last && !LISTING.test(folded.slice(last.end, one.start))) close();
    run.push(one);
  }
  close();
  return listed;
}

function isDateline(folded: string, { start, end }: Located): boolean {
  return AGENCY.test(folded.slice(Math.max(0, start - 4), start)) && WIRED.test(folded.slice(end, end + 24));
}

function leadLength(text: string): number {
  const sentences = /^[^。!?!?]*[。!?!?]?[^。!?!?]*[。!?!?]?/.exec(text);
  return sentences ? sentences[0].length : text.length;
}
