/** The libraries that the page imports, straight from node_modules: no build, and nothing from elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const COMPONENTS = '@skyra/discord-components-core';
/** Each package with its main module, and the package that depends on it where that is not ours. */
const PACKAGES: readonly { name: string; main: string; of?: string; folder?: string }[] = [
  { name: COMPONENTS, main: 'dist/index.js', folder: 'dist/components/' },
  { name: 'lit', main: 'index.js', of: COMPONENTS },
  { name: '@lit/context', main: 'index.js', of: COMPONENTS },
  { name: '@lit/reactive-element', main: 'reactive-element.js', of: 'lit' },
  { name: 'lit-element', main: 'index.js', of: 'lit' },
  { name: 'lit-html', main: 'lit-html.js', of: 'lit' },
];

const folders = new Map<string, string>();

/** Where a package is installed: beside ours, or inside the package that needs it. */
function folderOf(name: string): string {
  const known = folders.get(name);
  if (known !== undefined) return known;
  const of = PACKAGES.find((each) => each.name === name)?.of;
  const from = of === undefined ? import.meta.url : pathToFileURL(join(folderOf(of), 'package.json')).href;
  const found = (createRequire(from).resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
  if (found === undefined) throw new Error(`${name} is not installed: run npm ci`);
  folders.set(name, found);
  return found;
}

/** What a bare import of the page's modules and of the libraries themselves means, as an import map. */
export function importMap(): string {
  const imports = PACKAGES.flatMap(({ name, main, folder = '' }) => [
    [name, `/modules/${name}/${main}`],
    [`${name}/`, `/modules/${name}/${folder}`],
  ]);
  return JSON.stringify({ imports: Object.fromEntries(imports) as Record<string, string> });
}

/** A module of one of these packages, by `package/path`; null where there is none. */
export function readModule(path: string): Buffer | null {
  const name = PACKAGES.map((each) => each.name).find((each) => path.startsWith(`${each}/`));
  if (name === undefined || !/^[\w@./-]+\.js$/.test(path)) return null;
  const file = join(folderOf(name), path.slice(name.length + 1));
  if (!file.startsWith(folderOf(name) + sep)) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
