import type { Client } from '@opensearch-project/opensearch';
import { KINDS, type IndexKind } from './mappings.ts';

/** The names of a build's indexes: prefix, kind and stamp. None holds anything that a user typed. */
export class Names {
  constructor(readonly prefix: string) {}

  alias(kind: IndexKind): string {
    return `${this.prefix}-${kind}`;
  }

  index(kind: IndexKind, stamp: string): string {
    return `${this.prefix}-${kind}-${stamp}`;
  }

  /** Where the one who writes says so; carries no stamp. */
  get lease(): string {
    return `${this.prefix}-writer`;
  }

  /** The stamp of an index of ours; null for any other. */
  stampOf(index: string): string | null {
    for (const kind of KINDS) if (index.startsWith(`${this.prefix}-${kind}-`)) return index.slice(`${this.prefix}-${kind}-`.length);
    return null;
  }
}

/** Later builds have later stamps: the time in base 36, with leading noughts. */
export function newStamp(now = Date.now()): string {
  return now.toString(36).padStart(9, '0');
}

/** The stamps of all builds that there are, whole or not, the oldest first. */
export async function stampsOf(client: Client, names: Names): Promise<string[]> {
  const { body } = await client.indices.get({ index: `${names.prefix}-*`, allow_no_indices: true });
  return [...new Set(Object.keys(body).flatMap((index) => names.stampOf(index) ?? []))].sort();
}

/** The build that answers; null where there is none. */
export async function currentStamp(client: Client, names: Names): Promise<string | null> {
  try {
    const { body } = await client.indices.getAlias({ name: names.alias('meta') });
    return Object.keys(body).flatMap((index) => names.stampOf(index) ?? [])[0] ?? null;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return null;
    throw error;
  }
}

/** Moves all aliases to a build, in one request: nobody sees a part of one and a part of another. */
export async function swap(client: Client, names: Names, to: string, from: string | null): Promise<void> {
  const actions = KINDS.flatMap((kind) => [
    ...(from === null || from === to ? [] : [{ remove: { index: names.index(kind, from), alias: names.alias(kind) } }]),
    { add: { index: names.index(kind, to), alias: names.alias(kind) } },
  ]);
  await client.indices.updateAliases({ body: { actions } });
}

/** Takes away a build. */
export async function removeBuild(client: Client, names: Names, stamp: string): Promise<void> {
  await client.indices.delete({ index: KINDS.map((kind) => names.index(kind, stamp)).join(','), ignore_unavailable: true });
}
