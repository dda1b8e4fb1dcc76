import { fold } from '../language/script.ts';
import { COUNTRIES } from './data/phrases.ts';
import type { Title } from './official.ts';

const DOUBLED = /([省市县区州旗])\1委/g;
const FORMER = /^(?:中共|原|前任?|时任|现任)/;
/** A province, city, county, district or town at the head of a title or an organisation. */
const PLACE = /^\p{Script=Han}{1,6}?(?:自治区|省|市|县|区|州|旗|盟|镇|乡|村)/u;
/** 市委, 县政府, 区人民医院: a level without its name is no place. */
const UNNAMED = /^(?:本|该|全|省|市|县|区|州|旗|镇|乡)/;

/** A title as it is compared: folded, without blanks, 中共 and 原, 市市委 as 市委. */
export function titleKey(text: string): string {
  return fold(text)
    .replace(/[\s的·]/g, '')
    .replace(FORMER, '')
    .replace(DOUBLED, '$1委');
}

/** The ways a reader may write a title: as printed, and with the organisation that it inherits (内蒙古旅发委副主任). */
export function titleForms(title: Title): string[] {
  const key = titleKey(title.text);
  const organisation = title.organisation === null ? '' : titleKey(title.organisation);
  return organisation === '' || key.startsWith(organisation.slice(0, -1)) ? [key] : [key, organisation + key];
}

/**
 * A title that leaves its place to the article, with that place: 市旅游局局长 and 副市长 in an article about 丹江口市 are
 * 丹江口市旅游局局长 and 丹江口市副市长. None where no place of that level, or more than one, is at hand.
 */
export function placedForms(title: Title, places: readonly string[]): string[] {
  const key = titleKey(title.text);
  const level = /^([省市县区州旗盟镇乡村])|([省市县区州旗盟镇乡村])长$/.exec(key);
  const fitting = places.filter((place) => level !== null && place.endsWith(level[1] ?? level[2]!));
  if (level === null || fitting.length !== 1 || (key.length > 2 && placeOf(key) !== null)) return [];
  return [fitting[0]! + (level[1] === undefined || key[1] === '长' ? key : key.slice(1))];
}

/** Whether a title does not leave its place to the article: 市委书记 does. */
export function saysWhere(key: string): boolean {
  return !UNNAMED.test(key);
}

/** The place a title or organisation begins with, without 省 or 市, or null: 丹江口市委 → 丹江口. */
function placeOf(key: string): string | null {
  const country = COUNTRIES.find((name) => key.startsWith(name));
  if (country !== undefined) return country;
  const place = !saysWhere(key) ? undefined : PLACE.exec(key)?.[0];
  return place === undefined || place.length < 3 ? null : place.replace(/(?:自治区|省|市|县|区|州|旗|盟|镇|乡|村)$/, '');
}
