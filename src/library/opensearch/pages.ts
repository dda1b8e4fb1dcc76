import type { Client } from '@opensearch-project/opensearch';

const SIZE = 2000;

/** All documents of an index, in the order of one of its fields, some thousand at a time. */
export async function* allOf<T>(client: Client, index: string, sort: string): AsyncGenerator<T> {
  let after: unknown[] | undefined;
  for (;;) {
    const body = {
      size: SIZE,
      query: { match_all: {} },
      sort: [{ [sort]: 'asc' }],
      ...(after ? { search_after: after } : {}),
    };
    const { body: answer } = await client.search({ index, body: body as object });
    const hits = answer.hits.hits as unknown as { _source: T; sort: unknown[] }[];
    for (const { _source } of hits) yield _source;
    if (hits.length < SIZE) return;
    after = hits.at(-1)!.sort;
  }
}
