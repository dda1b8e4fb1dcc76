/** The five levels of China's administrative divisions. */
export type RegionLevel = 'province' | 'prefecture' | 'county' | 'town' | 'village';

/** One administrative division. */
export interface Region {
  /** The code of the National Bureau of Statistics: 2, 4, 6, 9 or 12 digits. */
  code: string;
  /** The full name as the code book prints it, Simplified. */
  name: string;
  /** Names from the province down to this region; pseudo-levels such as 市辖区 are not in it. */
  path: string[];
  level: RegionLevel;
}

const LEVELS: Record<number, RegionLevel> = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' };

/**
 * The level that a code stands for, by its length.
 *
 * @throws {RangeError} where no level has codes of that length.
 */
export function levelOf(code: string): RegionLevel {
  const level = LEVELS[code.length];
  if (!level) throw new RangeError(`Not a division code: ${code}`);
  return level;
}

/** Whether the region `code` is `ancestor` or lies in it: a code begins with the codes of all that hold it. */
export function isWithin(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor);
}
