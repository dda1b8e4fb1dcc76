import { PAPER } from './headline.ts';
import type { Line } from './lines.ts';
import type { Look } from './looks.ts';
import type { Layout } from './parts.ts';

/**
 * Who the page says it is from, as printed: behind a label at the head, or else at the foot; behind a label whose value stands
 * on the next line; or the name of a medium beside the date. Null where it does not say.
 */
export function sourceOfPage(lines: readonly Line[], looks: readonly Look[], { kinds, headline }: Layout): string | null {
  let unlabelled: string | null = null;
  let far: string | null = null;
  for (const [i, { meta }] of looks.entries()) {
    if (kinds[i] !== 'page-date' && kinds[i] !== 'byline' && kinds[i] !== 'counter') continue;
    if (meta?.awaits === 'source' && kinds[i + 1] === 'byline' && !looks[i + 1]!.meta) return lines[i + 1]!.text;
    const source = meta?.source;
    if (!source) continue;
    const printed = lines[i]!.text.slice(source.start, source.end);
    if (source.labelled) return printed;
    if (i < headline && headline - i > 2) far ??= printed;
    else unlabelled ??= printed;
  }
  return unlabelled ?? far ?? masthead(lines, looks, kinds, headline);
}

function masthead(lines: readonly Line[], looks: readonly Look[], kinds: Layout['kinds'], headline: number): string | null {
  for (let i = 0; i < headline; i++) {
    const name = kinds[i] === 'page-head' || kinds[i] === 'repeated-header' ? PAPER.exec(looks[i]!.folded) : null;
    if (name) return lines[i]!.text.slice(looks[i]!.folded.indexOf(name[1]!), looks[i]!.folded.indexOf(name[1]!) + name[1]!.length);
  }
  return null;
}
