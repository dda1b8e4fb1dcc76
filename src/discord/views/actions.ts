import { ButtonStyle, ComponentType } from 'discord.js';
import { text } from '../../text/index.ts';
import type { Button, Row, ViewContext } from './payload.ts';

/**
 * What can be done with an answer, in one row below it however many quotes it has: votes, references to what it quotes, taking it away
 * where all see it, and showing it to all where only the asker does.
 */
export function actionRow(context: ViewContext, { voted, quoted }: { voted: boolean; quoted: boolean }): Row | null {
  const { locale, links } = context;
  const buttons = [
    ...(voted ? [button('👍', links.vote(true)), button('👎', links.vote(false))] : []),
    ...(quoted ? [button(text(locale, 'cite.button'), links.cite)] : []),
    ...(links.post === null ? [] : [button(text(locale, 'own.post'), links.post)]),
    ...(links.remove === null ? [] : [button(text(locale, 'own.remove'), links.remove)]),
  ];
  return buttons.length === 0 ? null : { type: ComponentType.ActionRow, components: buttons };
}

const button = (label: string, id: string): Button => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: id,
});
