import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../../src/library/embedded/source.ts';
import { collectionContract } from './collection-contract.ts';

collectionContract('embedded', async (lines) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-contract-'));
  try {
    const file = path.join(folder, 'articles.jsonl');
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    return (await openEmbedded(file)).current();
  } finally {
    await rm(folder, { recursive: true });
  }
});
