import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** What reads one kind of file, and a calendar that few dates need. */
const LIBRARIES = /^(?:htmlparser2|csv-parse|pdfjs-dist|postal-mime|yauzl|tyme4ts)(?:\/|$)/;
const IMPORT = /^import (type )?[^;']*?from '([^']+)';/gm;

/** Packages that are loaded with a module: by its imports and those of what it imports, types left out. */
function loadedWith(start: string): Set<string> {
  const packages = new Set<string>();
  const open = [start];
  const seen = new Set(open);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const [, type, from] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (type !== undefined) continue;
      if (!from!.startsWith('.')) packages.add(from!);
      else if (!seen.has(join(dirname(file), from!))) {
        seen.add(join(dirname(file), from!));
        open.push(join(dirname(file), from!));
      }
    }
  }
  return packages;
}

it('loads libraries of formats when a file of the kind is met, not before', () => {
  const loaded = [...loadedWith('src/corpus/files/read.ts')];
  expect(loaded).toContain('iconv-lite');
  expect(loaded.filter((name) => LIBRARIES.test(name))).toEqual([]);
  expect([...loadedWith('src/corpus/formats/document.ts')].some((name) => LIBRARIES.test(name))).toBe(true);
});
