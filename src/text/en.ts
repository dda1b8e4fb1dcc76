import type { Texts } from './zh-CN.ts';

export const en: Texts = {
  'error.bug': 'Something went wrong, and it is not your fault. Please give a moderator the reference {reference}.',
  'error.empty_query': 'Please write what to look for: at least one Chinese character, letter or digit.',
  'error.query_too_long': 'The question is too long: at most {max} characters, and this has {length}.',
  'error.unknown_article': 'There is no article with the id “{id}”.',
  'error.unknown_command': 'There is no command “{name}”. There are: {commands}.',
  'error.bad_option': 'The option “{option}” is wrong: {reason}.',
};
