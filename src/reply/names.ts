import type { AnswerReply } from '../reply.ts';

/** The people whom a reply names, as it prints them, each once: what a view converts to the other script as names and not as words. */
export function namesIn(reply: AnswerReply): string[] {
  const named: { name: string }[] = [];
  if ('results' in reply) for (const result of reply.results) named.push(...result.officials);
  if (reply.command === 'article') named.push(...reply.officials);
  if (reply.command === 'official') named.push(...(reply.official ? [reply.official] : []), ...reply.others);
  return [...new Set(named.map(({ name }) => name))];
}
