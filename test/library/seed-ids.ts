/** The five articles of `seeds/`, by their ids. */
export const XINXIANG = '000_65e316675487e0e0';
export const JINGMENG = '001_c821dd099e3a0995';
export const YUCHENG = '002_77c31bd8ea54c989';
export const DANJIANGKOU = '003_2b4e073b8728f501';
export const SHANGRILA = '004_5b594f165be17433';
