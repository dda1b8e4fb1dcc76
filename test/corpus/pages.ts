import { toTraditional } from '../../src/language/script.ts';

/** Two paragraphs of an article, to put furniture around. */
export const LEAD =
  '6月12日,青禾县召开乡村道路建设推进会,县交通局、各乡镇和施工单位的负责人参加会议,听取了前五个月工作情况的汇报,并实地察看了三处工地。';
export const SECOND =
  '会议要求,各乡镇要在雨季到来之前完成路基和排水工程,保证村民出行安全;县交通局每周派人到工地检查一次,发现问题当场解决,不得拖延。';
export const BODY = `${LEAD}\n${SECOND}`;

export const page = (...lines: string[]) => lines.join('\n');

/** The same page in both scripts: rules for furniture hold in either. */
export const SCRIPTS: readonly (readonly [string, (text: string) => string])[] = [
  ['Simplified', (text) => text],
  ['Traditional', toTraditional],
];
