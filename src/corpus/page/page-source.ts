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
  return unlabelled ?? far;
}
