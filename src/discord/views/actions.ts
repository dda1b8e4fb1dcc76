import { ButtonStyle, ComponentType } from 'discord.js';
import { text } from '../../text/index.ts';
import type { Button, Row, ViewContext } from './payload.ts';

/** What can be done with an answer, in one row below it however many quotes it has: votes, and references to what it quotes. */
export function actionRow(context: ViewContext, { voted, quoted }: { voted: boolean; quoted: boolean }): Row | null {
  const buttons = [...(voted ? voteButtons(context) : []), ...(quoted ? [citeButton(context)] : [])];
  return buttons.length === 0 ? null : { type: ComponentType.ActionRow, components: buttons };
}

const voteButtons = ({ links }: ViewContext): Button[] =>
  [true, false].map((good) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: good ? '👍' : '👎',
    custom_id: links.vote(good),
  }));

const citeButton = ({ locale, links }: ViewContext): Button => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: text(locale, 'cite.button'),
  custom_id: links.cite,
});
