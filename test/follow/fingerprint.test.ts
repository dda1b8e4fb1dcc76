import { describe, expect, it } from 'vitest';
import { fingerprintOf, isSubstantial } from '../../src/follow/fingerprint.ts';
import { fold } from '../../src/language/script.ts';
import { toTraditional } from '../../src/language/script.ts';
import { BODY, LEAD, SECOND } from '../corpus/pages.ts';

const of = (text: string) => fingerprintOf(fold(text));
const changed = (before: string, after: string) => isSubstantial(of(before), of(after));

describe('the words of an article', () => {
  it.each([
    ['layout', BODY.replaceAll(',', ', ').replaceAll('\n', '\r\n\r\n')],
    ['punctuation', BODY.replaceAll(',', '，')],
    ['script', toTraditional(BODY)],
  ])('are the same whatever the %s', (_, other) => expect(of(other)).toEqual(of(BODY)));

  it('are told apart by their digest', () => expect(of(BODY).hash).not.toBe(of(`${BODY}补`).hash));
});

describe('a change', () => {
  it.each([
    ['of one word', BODY.replace('三处', '四处')],
    ['of a few words at the end', `${BODY}(记者 王小明)`],
  ])('%s is none that matters', (_, after) => expect(changed(BODY, after)).toBe(false));

  it.each([
    ['to another text', LEAD, SECOND],
    ['by a paragraph', LEAD, BODY],
    ['to a part', BODY, LEAD],
    ['of a short text', '青禾县修路', '青禾县修桥'],
    ['from nothing', '', LEAD],
  ])('%s matters', (_, before, after) => expect(changed(before, after)).toBe(true));
});
