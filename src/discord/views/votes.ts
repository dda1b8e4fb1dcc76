import { ButtonStyle, ComponentType } from 'discord.js';
import type { Button, ViewContext } from './payload.ts';

/** 👍 and 👎, for the row of the page buttons. */
export function voteButtons({ links }: ViewContext): Button[] {
  return [true, false].map((good) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: good ? '👍' : '👎',
    custom_id: links.vote(good),
  }));
}
