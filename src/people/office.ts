import { saysWhere } from './title-keys.ts';
import { sameCountry, type TitleFacts } from './title-facts.ts';

/** What titles tell of who holds them: worth in nats, the log-likelihood ratio of one person against two of that name. */

/** Nobody else of the name holds 舒兰市副市长, 俄罗斯外交部部长. */
export const OWN = 8;
/** 教育局局长, 县公安局局长: there is one in each county. */
const EACH_COUNTY = 4;
/** 美国专家, 中央书记: a country has many, or the body is written with two characters. */
const WIDE = 5;
const PLACE = /^\p{Script=Han}{1,6}?(?:自治区|省|市|县|区|州|旗|盟|镇|乡|村)/u;
const LEVEL = /(?:自治区|省|市|县|区|州|旗|盟|镇|乡|村)$/;
/** No division bears such a name: 经济技术开发区, 示范区, 全市. */
const NO_PLACE = /开发|高新|经开|示范|园|^[全本该各新老]|主城|社$|[军战防疫]$/;
/** Bodies that any county may have, where nothing says whose. */
const LOCAL =
  /(?:局|法院|检察院|大队|中队|支队|总队|中心|医院|校|[小中大]学|学院|公司|集团|办|办公室|委|委员会|队|所|站|街道|社区|协会|银行|支行|剧组|节目组)$/;
const CHIEF = /长$|^(?:书记|主任|主席|总裁|总经理|总理|首相|总统|总书记|检察长)$/;

/** The divisions that a title names, the larger first, without 省 or 市: 吉林省舒兰市委 → 吉林, 舒兰. */
export function placesIn({ organisation }: TitleFacts): string[] {
  const places: string[] = [];
  let rest = organisation;
  while (saysWhere(rest)) {
    const place = PLACE.exec(rest)?.[0];
    const name = place?.replace(LEVEL, '') ?? '';
    if (place === undefined || name.length < 2 || NO_PLACE.test(name)) break;
    places.push(name);
    rest = rest.slice(place.length);
  }
  return places;
}

/** What a title says of whose it is, besides its head. @param share of people who hold a title with this head */
export function weightOf(facts: TitleFacts, share: number): number {
  const { organisation, country, kind } = facts;
  if (country !== null) return kind === 'office' ? OWN : WIDE;
  if (organisation === '') return -Math.log(share);
  if (!saysWhere(organisation)) return EACH_COUNTY;
  if (placesIn(facts).length > 0) return OWN;
  if (organisation.length < 3) return WIDE;
  return organisation.length < 6 && LOCAL.test(organisation) ? EACH_COUNTY : OWN;
}

/** Whether a title says nothing of whose it is: 副主任. */
export function isBare({ country, organisation }: TitleFacts): boolean {
  return country === null && organisation === '';
}

/** Whether two titles may be one office: one of them may leave out its country, its place or its organisation. */
export function maySame(one: TitleFacts, other: TitleFacts): boolean {
  if (one.head !== other.head || one.deputy !== other.deputy) return false;
  if (one.country !== null && other.country !== null && !sameCountry(one.country, other.country)) return false;
  return one.organisation.endsWith(other.organisation) || other.organisation.endsWith(one.organisation);
}

/** Whether nobody holds both at a time: the heads of two bodies, other than those that lead one place together. */
export function excludes(one: TitleFacts, other: TitleFacts): boolean {
  const chiefs = [one, other].every((facts) => CHIEF.test(facts.head) && !facts.deputy && !facts.former && facts.organisation !== '');
  if (!chiefs || maySame(one, other)) return false;
  const [a, b] = [bodyOf(one), bodyOf(other)];
  return !(LEADING_BODY.test(a) && LEADING_BODY.test(b)) && !a.endsWith(b) && !b.endsWith(a);
}

/** Party, government, congress and conference of a place: who leads one often leads another, then or later. */
const LEADING_BODY = /^(?:|[省市县区州旗盟镇乡村]?(?:委|政府|人大|政协|人大常委会|政协党组|党委|中央|国家|军委|中央军委|国务院))$/;

/** The body without its place: 丹江口市委 → 委, 兴华区法院 → 法院. */
function bodyOf({ organisation }: TitleFacts): string {
  let rest = organisation;
  for (let place = PLACE.exec(rest); place !== null && rest !== ''; place = PLACE.exec(rest)) rest = rest.slice(place[0].length);
  return rest;
}
