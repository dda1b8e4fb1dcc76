/** opencc-js types its main entry only; these are the small parts that are loaded instead of all tables. */
declare module 'opencc-js/core' {
  type Dictionary = string | [string, string][];
  export function ConverterFactory(...groups: Dictionary[][]): (text: string) => string;
}
/** `Traditional Simplified|…`. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
declare module 'opencc-js/cn2t' {
  export function Converter(options: { from: 'cn'; to: 'tw' }): (text: string) => string;
}
