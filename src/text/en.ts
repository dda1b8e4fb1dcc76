import type { Texts } from './zh-CN.ts';
import { bot } from './en/bot.ts';
import { dates } from './en/dates.ts';
import { errors } from './en/errors.ts';
import { reading } from './en/reading.ts';
import { usage } from './en/usage.ts';
import { views } from './en/views.ts';

export const en: Texts = { ...bot, ...dates, ...errors, ...reading, ...usage, ...views };
