import { describe, expect, it } from 'vitest';
import { displayWidth, padToWidth } from '../../src/console/display-width.ts';

describe('the columns that a text takes in a terminal', () => {
  it.each([
    ['', 0, 'nothing'],
    ['/ask', 4, 'letters'],
    ['/ask 谁？', 9, 'characters and full-width marks are two'],
    ['谁', 2, 'a character, which is one UTF-16 unit'],
    ['𠮷', 2, 'one beyond the basic plane, which is two units'],
    ['한글', 4, 'Korean'],
    ['カナ', 4, 'Japanese'],
    ['ｶﾅ', 2, 'and in half width'],
    ['Ａ１', 4, 'full-width letters'],
    ['￥', 2, 'a full-width sign'],
    ['👍', 2, 'an emoji'],
    ['é', 1, 'a letter with an accent of its own'],
    ['e\u0301', 1, 'a combining accent takes none'],
    ['a\u200db', 2, 'a joiner takes none'],
    ['❤\ufe0f', 1, 'nor does the selector of a variant'],
    ['a\u20dd', 1, 'nor a circle around a letter'],
    ['……', 2, 'an ellipsis is not wide'],
    ['「」', 4, 'corner brackets are'],
  ])('of %j are %i: %s', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('add up', () => {
    expect(displayWidth('香格里拉 a市')).toBe(displayWidth('香格里拉') + displayWidth(' a') + displayWidth('市'));
  });
});

describe('padding', () => {
  it('fills up to as many columns, not units', () => {
    expect(padToWidth('谁', 5)).toBe('谁   ');
    expect(padToWidth('who', 5)).toBe('who  ');
    expect(displayWidth(padToWidth('𠮷e\u0301', 8))).toBe(8);
  });

  it('leaves what is as wide or wider', () => {
    expect(padToWidth('谁人', 4)).toBe('谁人');
    expect(padToWidth('谁人', 3)).toBe('谁人');
  });
});
