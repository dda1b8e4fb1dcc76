import { bot } from './zh-CN/bot.ts';
import { dates } from './zh-CN/dates.ts';
import { errors } from './zh-CN/errors.ts';
import { reading } from './zh-CN/reading.ts';
import { usage } from './zh-CN/usage.ts';
import { views } from './zh-CN/views.ts';

/** The table that the others are measured by: each language has its keys and its places to fill. */
export const zhCN = { ...bot, ...dates, ...errors, ...reading, ...usage, ...views };

export type Texts = Record<keyof typeof zhCN, string>;
