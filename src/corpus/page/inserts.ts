import { fold } from '../../language/script.ts';
import type { Flaw } from './damage.ts';
import { metaLineOf } from './meta-line.ts';
import { isSiteNotice } from './site-notice.ts';

const BRACKETED = /【[^【】\r\n]{4,120}】|[（(][^（）()\r\n]{4,80}[）)]/g;
/** Only such words make it worth a closer look; in either script. */
const MAYBE =
  /[编編审審校责責]|@|http|www|二[维維]|投稿|稿[费費]|[关關]注|[热熱][线線]|公[众眾][号號]|[转轉][载載]|[广廣]告|下[载載]|[点點][击擊]/;

/**
 * What a site put into the text in brackets: editors (`（责任编辑：王一）`), calls to write, follow or scan. Brackets that are
 * a line of their own are left to the rules for lines.
 */
export function insertsIn(file: string): Flaw[] {
  const found: Flaw[] = [];
  for (const match of file.matchAll(BRACKETED)) {
    if (!MAYBE.test(match[0])) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    if (isLineEdge(file[start - 1]) && isLineEdge(file[end])) continue;
    const inside = fold(match[0].slice(1, -1));
    if (isEditors(inside)) found.push({ kind: 'byline', start, end });
    else if (isSiteNotice(inside) || isCall(inside)) found.push({ kind: 'site-notice', start, end });
  }
  return found;
}

function isLineEdge(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}

/** Editors and proof-readers; reporters and writers stay, they belong to a dateline. */
function isEditors(inside: string): boolean {
  if (!/[编审校]/.test(inside) || /记者|通讯员|作者/.test(inside)) return false;
  const meta = metaLineOf(inside);
  return meta !== null && meta.labels.length > 0 && meta.labels.every((label) => label === 'person') && meta.people.length > 0;
}

/** An address to write to, with what it is for. */
function isCall(inside: string): boolean {
  return /[\w.]@[\w.]|https?:|www\./.test(inside) && /投稿|来稿|信箱|邮箱|热线|稿费|稿酬|爆料|广告|关注|下载/.test(inside);
}
