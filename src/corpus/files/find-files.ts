import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../user-error.ts';
import { EXTENSIONS, kindOf, unreadKind } from '../formats/kinds.ts';
import { refusal, type Refusal, type Rejection } from '../refusal.ts';

/** Files that may hold articles, relative to `base`, with `/`, and what was refused by its name or kind. */
export interface FoundFiles {
  files: string[];
  rejected: Rejection[];
  base: string;
}

/**
 * The files of a folder and its subfolders in the order of their names, or the one file that `root` is. Hidden files are
 * passed over in silence, other kinds of file are refused by name, links may not leave the folder; a subfolder that
 * can't be opened is refused, and the others go on.
 *
 * @throws {UserError} `corpus_unavailable` where `root` can't be opened.
 */
export async function findFiles(root: string): Promise<FoundFiles> {
  try {
    const info = await stat(root);
    if (info.isFile()) return { files: [path.basename(root)], rejected: [], base: path.dirname(root) };
    const found: FoundFiles = { files: [], rejected: [], base: await realpath(root) };
    await walk(found, '');
    return found;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const why = code === 'ENOENT' ? refusal('not-there') : whyUnreadable(code);
    throw new UserError(
      'corpus_unavailable',
      `The corpus ${root} cannot be opened: ${why.reason}. Set CORPUS_DIR, or give --corpus PATH.`,
      { path: root, why: why.code, ...why.values },
    );
  }
}

async function walk(found: FoundFiles, folder: string): Promise<void> {
  const { base, files, rejected } = found;
  const entries = (await readdir(path.join(base, folder), { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const refused = await refusalOf(base, file, entry);
    if (refused !== null) rejected.push({ file, line: null, ...refused });
    else if (!entry.isDirectory()) files.push(file);
    else {
      await walk(found, file).catch((error: unknown) => {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === undefined) throw error;
        rejected.push({ file: `${file}/`, line: null, ...whyUnreadable(code) });
      });
    }
  }
}

async function refusalOf(root: string, file: string, entry: Dirent): Promise<Refusal | null> {
  // Node puts U+FFFD for bytes of a name that are not UTF-8, and then there is no such file.
  if (entry.name.includes('\uFFFD')) return refusal('name-not-utf8');
  if (entry.isSymbolicLink()) {
    const target = await realpath(path.join(root, file)).catch(() => null);
    if (target === null) return refusal('dead-link');
    if (!target.startsWith(root === path.sep ? root : root + path.sep)) return refusal('link-outside');
    if ((await stat(target)).isDirectory()) return refusal('link-to-folder');
  } else if (entry.isDirectory()) {
    return null;
  } else if (!entry.isFile()) {
    return refusal('not-a-file');
  }
  if (kindOf(file) !== null) return null;
  const other = unreadKind(file);
  return other === null ? refusal('wrong-kind', { kinds: EXTENSIONS.join(', ') }) : refusal(other);
}

/** Why the file system would not give a file, by its error code. */
export function whyUnreadable(code: string): Refusal {
  if (code === 'ENOENT') return refusal('went-away');
  return code === 'EACCES' || code === 'EPERM' ? refusal('no-permission') : refusal('unreadable', { code });
}
