import type { Texts } from './zh-CN.ts';
import { bot } from './zh-TW/bot.ts';
import { dates } from './zh-TW/dates.ts';
import { errors } from './zh-TW/errors.ts';
import { reading } from './zh-TW/reading.ts';
import { usage } from './zh-TW/usage.ts';
import { views } from './zh-TW/views.ts';

export const zhTW: Texts = { ...bot, ...dates, ...errors, ...reading, ...usage, ...views };
