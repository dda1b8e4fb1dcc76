/** A name means one thing: who reads `Question` need not ask which. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const SRC = new URL('../src/', import.meta.url);

/**
 * Names that stand for the same thing once in each place: a language's tables have the same names in each language. The
 * local page's modules are a program of their own, for the browser, which shares no module with the bot.
 */
const isApart = (file: string): boolean => /^(text\/(en|zh-CN|zh-TW)|local\/page)\//.test(file);

/** The names that a module declares and exports; what it passes on from another is declared there. */
function exportedBy(source: ts.SourceFile): string[] {
  return source.statements
    .filter((node) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((node) => {
      if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText(source));
      const { name } = node as ts.DeclarationStatement;
      return name === undefined ? [] : [name.getText(source)];
    });
}

/** Exported names with the modules that declare them; overloads and a type beside its value count once. */
function declarers(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [file, text] of files) {
    const names = exportedBy(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
    for (const name of new Set(names)) found.set(name, [...(found.get(name) ?? []), file]);
  }
  return found;
}

const doubled = (files: ReadonlyMap<string, string>): [string, string[]][] => [...declarers(files)].filter(([, where]) => where.length > 1);

it('no exported name is declared in two modules', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.ts') && !isApart(file));
  expect(files.length).toBeGreaterThan(200);
  expect(doubled(new Map(files.map((file) => [file, readFileSync(new URL(file, SRC), 'utf8')])))).toEqual([]);
});

it('a name declared twice is found, whatever it names; one that is passed on or kept inside is not', () => {
  const files = new Map([
    ['a.ts', 'export const one = 1; export function two() {} export interface Three {} export class Four {} export type Five = 1;'],
    ['b.ts', 'export let one = 1; export function two(): void {} export type Three = 3; export class Four {} export enum Five {}'],
    ['d.ts', 'const six = 6; export const nine = 9;'],
    ['e.ts', 'export const six = 6; function nine() {}'],
    ['c.ts', "export { six } from './e.ts'; export function seven(): void; export function seven() {} export default 8;"],
  ]);
  expect(doubled(files).map(([name]) => name)).toEqual(['one', 'two', 'Three', 'Four', 'Five']);
});
