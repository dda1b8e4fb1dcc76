/** opencc-js types its main entry only; these are the two small bundles that are loaded instead of all tables. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
declare module 'opencc-js/cn2t' {
  export function Converter(options: { from: 'cn'; to: 'tw' }): (text: string) => string;
}
