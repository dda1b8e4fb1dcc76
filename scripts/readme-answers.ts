/**
 * Runs the questions in the READMEs again and writes down what is answered now: each `console` block that begins with
 * `$ npm run --silent console -- '…'`.
 *
 * Run: `node --import tsx scripts/readme-answers.ts`
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const BLOCK = /(```console\n\$ npm run --silent console -- '([^'\n]+)'\n)[\s\S]*?(?=^```$)/gm;
const answers = new Map<string, string>();

function answer(line: string): string {
  const known = answers.get(line);
  if (known !== undefined) return known;
  const fresh = execFileSync('npm', ['run', '--silent', 'console', '--', '--corpus', 'seeds/', line], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
  }).trim();
  answers.set(line, fresh);
  return fresh;
}

for (const file of ['README.md', 'README.zh-CN.md']) {
  const path = new URL(file, root);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(BLOCK, (_, head: string, line: string) => `${head}${answer(line)}\n`);
  writeFileSync(path, after);
  console.log(`${file}: ${after === before ? 'nothing differs' : 'answers renewed'}`);
}
