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
  /** The folder's real path, which no link may leave; null where the corpus is one file. */
  within: string | null;
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
    if (info.isFile()) return { files: [path.basename(root)], rejected: [], base: path.dirname(root), within: null };
    const base = await realpath(root);
    const found: FoundFiles = { files: [], rejected: [], base, within: base };
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
    if (refused !== null) rejected.push({ file: shownName(file), line: null, ...refused });
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

/** Control characters, and marks that turn the direction of what follows: a terminal obeys them. */
const UNSHOWN = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** A name as it can be printed anywhere, what does not show written out. */
function shownName(name: string): string {
  return name.replace(new RegExp(UNSHOWN, 'gu'), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function refusalOf(root: string, file: string, entry: Dirent): Promise<Refusal | null> {
  // Node puts U+FFFD for bytes of a name that are not UTF-8, and then there is no such file.
  if (entry.name.includes('\uFFFD')) return refusal('name-not-utf8');
  if (UNSHOWN.test(entry.name) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(entry.name.replace(/\.[^.]+$/, ''))) return refusal('name-unshown');
  if (entry.isSymbolicLink()) {
    const target = await realpath(path.join(root, file)).catch(() => null);
    if (target === null) return refusal('dead-link');
    if (!target.startsWith(root === path.sep ? root : root + path.sep)) return refusal('link-outside');
    const info = await stat(target);
    if (info.isDirectory()) return refusal('link-to-folder');
    if (!info.isFile()) return refusal('not-a-file');
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
