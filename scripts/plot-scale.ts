/**
 * `node --import tsx scripts/plot-scale.ts`: draws `docs/images/scale.svg` from `docs/images/scale.json`, which
 * `npm run bench -- FOLDER --save docs/images/scale.json` wrote: time and memory against the number of passages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ScalePoint } from '../bench/speed.ts';

interface Line {
  name: string;
  colour: string;
  values: (number | undefined)[];
}
interface Panel {
  title: string;
  unit: string;
  lines: Line[];
}

const COLOURS: Readonly<Record<string, string>> = {
  'Zhaiyin': '#c2410c',
  'plain BM25': '#6b7280',
  'SQLite FTS5': '#2563eb',
  'MiniSearch': '#7c3aed',
};
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [300, 210, 46, 34, 26, 12];

const points = JSON.parse(readFileSync('docs/images/scale.json', 'utf8')) as ScalePoint[];
const sizes = points.map((point) => point.passages);

function byEngine(value: (point: ScalePoint, engine: string) => number | undefined): Line[] {
  return Object.entries(COLOURS).map(([name, colour]) => ({ name, colour, values: points.map((point) => value(point, name)) }));
}

const panels: Panel[] = [
  { title: 'A question, p50', unit: 'ms', lines: byEngine((point, engine) => point.p50[engine]) },
  { title: 'A question, p95', unit: 'ms', lines: byEngine((point, engine) => point.p95[engine]) },
  {
    title: 'Building, without segmentation',
    unit: 's',
    lines: byEngine((point, engine) =>
      engine === 'Zhaiyin' ? Math.max(0.1, point.buildSeconds - point.segmentSeconds) : point.peerBuildSeconds[engine],
    ),
  },
  {
    title: 'Memory of the process',
    unit: 'MB',
    lines: [
      { name: 'resident', colour: COLOURS['Zhaiyin']!, values: points.map((point) => point.residentMb) },
      { name: 'at most, while building', colour: '#f59e0b', values: points.map((point) => point.peakMb) },
      { name: 'index', colour: '#6b7280', values: points.map((point) => point.indexMb) },
    ],
  },
];

/** Both axes are logarithmic: sizes and times span two to four powers of ten. */
function draw({ title, unit, lines }: Panel, x: number, y: number): string {
  const values = lines.flatMap((line) => line.values).filter((value) => value !== undefined);
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const [first, last] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)];
  const across = (size: number) => x + LEFT + ((Math.log10(size) - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const up = (value: number) => y + HEIGHT - BOTTOM - ((Math.log10(value) - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM);
  const out = [`<text x="${x + LEFT}" y="${y + 18}" class="title">${title}, ${unit}</text>`];
  for (let power = low; power <= high; power++) {
    const at = up(10 ** power).toFixed(1);
    out.push(
      `<line x1="${x + LEFT}" x2="${x + WIDTH - RIGHT}" y1="${at}" y2="${at}" class="grid"/>`,
      `<text x="${x + LEFT - 6}" y="${Number(at) + 4}" class="label" text-anchor="end">${10 ** power}</text>`,
    );
  }
  for (const size of sizes)
    out.push(
      `<text x="${across(size).toFixed(1)}" y="${y + HEIGHT - 8}" class="label" text-anchor="middle">${Math.round(size / 1000)}k</text>`,
    );
  for (const { colour, values: all } of lines) {
    const known = all.flatMap((value, i) => (value === undefined ? [] : [`${across(sizes[i]!).toFixed(1)},${up(value).toFixed(1)}`]));
    if (known.length > 0)
      out.push(
        `<polyline points="${known.join(' ')}" stroke="${colour}"/>`,
        ...known.map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="2.6" fill="${colour}"/>`),
      );
  }
  return out.join('\n');
}

function legend(lines: readonly Line[], x: number, y: number): string {
  return lines
    .map(
      ({ name, colour }, i) =>
        `<circle cx="${x + i * 140}" cy="${y - 4}" r="4" fill="${colour}"/><text x="${x + 8 + i * 140}" y="${y}" ` +
        `class="label">${name}</text>`,
    )
    .join('\n');
}

const NAME = 'Time and memory against the number of passages';
const STYLE = [
  'text{font:11px sans-serif;fill:#374151}',
  '.title{font-weight:bold;font-size:12px}',
  '.grid{stroke:#e5e7eb}',
  'polyline{fill:none;stroke-width:2}',
].join('');
const VIEW = `0 0 ${2 * WIDTH} ${2 * HEIGHT + 50}`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW}" role="img" aria-label="${NAME}">
<style>${STYLE}</style>
<rect width="100%" height="100%" fill="#fff"/>
${panels.map((panel, i) => draw(panel, (i % 2) * WIDTH, Math.floor(i / 2) * HEIGHT)).join('\n')}
${legend(panels[0]!.lines, LEFT, 2 * HEIGHT + 18)}
${legend(panels[3]!.lines, LEFT, 2 * HEIGHT + 38)}
</svg>
`;
writeFileSync('docs/images/scale.svg', svg);
