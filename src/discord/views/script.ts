import { fold, placeToTraditional, toScript, toSimplified, toTraditional } from '../../language/script.ts';
import type { Script } from '../../reply.ts';
import { type Locale, text } from '../../text/index.ts';
import { type Button, secondaryButton, type ViewContext } from './payload.ts';
import type { ShownExcerpt } from './quote.ts';

type InScript = Pick<ViewContext, 'script' | 'people'>;

/** The articles' own words as the reader wants them: as printed, unless a script was asked for. */
export function inScript(printed: string, { script, people }: InScript): string {
  return toScript(printed, script, people);
}

/** The name of a place, which is ours and not the articles', for the reader. @param joint stands between greater and lesser */
export function placeName(locale: Locale, path: readonly string[], joint = ' › '): string {
  const name = path.join(joint);
  return locale === 'zh-TW' ? placeToTraditional(name) : name;
}

/**
 * One of several places, behind the one it lies in, unless that is among them and is named anyway.
 *
 * @param path the place's names, the greatest first
 * @param all the places that are named beside it
 * @example placeAmong('zh-CN', ['四川省', '雅安市', '雨城区'], [{ path: ['四川省', '雅安市'] }]) // '雨城区'
 */
export function placeAmong(locale: Locale, path: readonly string[], all: readonly { path: readonly string[] }[], joint?: string): string {
  const above = path.slice(0, -1).join();
  const named = all.some((other) => other.path.join() === above);
  return placeName(locale, path.slice(named ? -1 : -2), joint);
}

/** A person's name as the first of these texts prints it; it is kept in Simplified. */
export function nameAsPrinted(name: string, texts: readonly string[], context: InScript): string {
  for (const printed of texts) {
    const at = fold(printed).indexOf(fold(name));
    if (at >= 0) return inScript(printed.slice(at, at + name.length), context);
  }
  return name;
}

/** A quote in the reader's script, its highlights moved along where the length changes. */
export function quoteInScript(quote: ShownExcerpt, context: InScript): ShownExcerpt {
  if (context.script === null) return quote;
  const whole = inScript(quote.text, context);
  if (whole.length === quote.text.length) return { text: whole, highlights: quote.highlights };
  // Piece by piece: less is known of each piece's neighbours, but the marks stay on their words.
  let out = '';
  let at = 0;
  const highlights: [number, number][] = [];
  for (const [from, to] of [...quote.highlights].sort((a, b) => a[0] - b[0])) {
    if (from < at) continue;
    out += inScript(quote.text.slice(at, from), context);
    const words = inScript(quote.text.slice(from, to), context);
    highlights.push([out.length, out.length + words.length]);
    out += words;
    at = to;
  }
  return { text: out + inScript(quote.text.slice(at), context), highlights };
}

/** So much of a quote tells its script. In UTF-16 units. */
const SAMPLE = 200;

/**
 * The script of a quote: the one that would change fewer of its characters, for a few stand in both. Null where neither
 * would change any more than the other.
 */
function scriptOf(quote: string): Script | null {
  const sample = quote.slice(0, SAMPLE);
  const [simplified, traditional] = [changes(sample, toSimplified(sample)), changes(sample, toTraditional(sample))];
  if (simplified === traditional) return null;
  return simplified < traditional ? 'simplified' : 'traditional';
}

function changes(a: string, b: string): number {
  let count = Math.abs(a.length - b.length);
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) count++;
  return count;
}

/**
 * A button to the reader's own script where the quotes are in the other, and back to what is printed; null where it
 * would change nothing.
 */
export function scriptButton(context: ViewContext, quotes: readonly string[]): Button | null {
  const { locale, script, links } = context;
  const button = (label: string, target: Script | null): Button => secondaryButton(label, links.script(target));
  if (script !== null) return button(text(locale, 'view.as_printed'), null);
  const printed = new Set(quotes.map(scriptOf));
  const wanted: Script[] = locale === 'zh-CN' ? ['simplified'] : locale === 'zh-TW' ? ['traditional'] : ['simplified', 'traditional'];
  const target = wanted.find((each) => printed.has(each === 'simplified' ? 'traditional' : 'simplified'));
  return target ? button(text(locale, `view.to_${target}`), target) : null;
}

/** That the quotes are not as printed; nothing where they are. */
export function scriptNote({ locale, script }: ViewContext): string[] {
  return script === null ? [] : [`-# ${text(locale, `view.in_${script}`)}`];
}
