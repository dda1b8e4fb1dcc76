/** Posting for those who follow something: a message that nobody has asked for just now. */
import { createHash } from 'node:crypto';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Deliver, FollowPost } from '../../follow/following.ts';
import { packDecision } from '../custom-id/custom-id.ts';
import { MAX_NONCE } from '../limits.ts';
import { followPostView } from '../views/follow.ts';

/** Unknown channel, missing access, no direct messages to this person, missing permissions: trying again would not help. */
const GONE: ReadonlySet<number | string> = new Set([10003, 50001, 50007, 50013]);

/**
 * Posts into channels, and to people directly. A message has a nonce that is the same each time it is tried: Discord gives back the one
 * it has (`enforce_nonce`), so that a bot that was killed before it could note the post does not make it twice.
 */
export function deliverTo(rest: Pick<REST, 'post'>): Deliver {
  return async (post) => {
    try {
      const channel = post.follow.channel ?? (await directChannel(rest, post));
      const { content, embeds, components } = followPostView(
        post,
        packDecision({ command: 'follow', pending: String(post.follow.id), yes: false }),
      );
      const body = { content, embeds, components, nonce: nonceOf(post), enforce_nonce: true, allowed_mentions: { parse: [] } };
      await rest.post(Routes.channelMessages(channel), { body });
      return 'posted';
    } catch (error) {
      if (error instanceof DiscordAPIError && GONE.has(error.code)) return 'gone';
      throw error;
    }
  };
}

async function directChannel(rest: Pick<REST, 'post'>, { follow }: FollowPost): Promise<string> {
  const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: follow.user } })) as { id: string };
  return id;
}

/** Of the post's line in the store: two stores that number alike differ in their times. */
const nonceOf = ({ key }: FollowPost): string => createHash('sha256').update(key).digest('base64url').slice(0, MAX_NONCE);
