import { ComponentType } from 'discord.js';
import { text } from '../../text/index.ts';
import { type Row, secondaryButton, type ViewContext } from './payload.ts';

/**
 * What can be done with an answer, in one row below it however many quotes it has: votes, references to what it quotes, taking it away
 * where all see it, and showing it to all where only the asker does.
 */
export function actionRow(context: ViewContext, { voted, quoted }: { voted: boolean; quoted: boolean }): Row | null {
  const { locale, links } = context;
  const buttons = [
    ...(voted ? [secondaryButton('👍', links.vote(true)), secondaryButton('👎', links.vote(false))] : []),
    ...(quoted ? [secondaryButton(text(locale, 'cite.button'), links.cite)] : []),
    ...(links.post === null ? [] : [secondaryButton(text(locale, 'own.post'), links.post)]),
    ...(links.remove === null ? [] : [secondaryButton(text(locale, 'own.remove'), links.remove)]),
  ];
  return buttons.length === 0 ? null : { type: ComponentType.ActionRow, components: buttons };
}
