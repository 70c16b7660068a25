import { beforeEach, describe, expect, it } from 'vitest';
import { REASONS } from '../api/types';
import { REASON_KEYS } from '../study/reasons';
import { belongsTo, chord, isSingle, setSingleKeys, singleKeysOn, type Press } from './chord';

const press = (part: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
});

const element = (html: string): Element => {
  document.body.innerHTML = html;
  const found = document.body.querySelector('[data-here]');
  if (!found) {
    throw new Error('no element');
  }
  return found;
};

describe('chord', () => {
  it('reads the digit row of AZERTY, which writes é for 2 and à for 0', () => {
    expect(chord(press({ key: 'é', code: 'Digit2' }))).toBe('2');
    expect(chord(press({ key: 'à', code: 'Digit0' }))).toBe('0');
    expect(chord(press({ key: '2', code: 'Digit2' }))).toBe('2');
    expect(chord(press({ key: '5', code: 'Numpad5' }))).toBe('5');
  });

  it('reads letters by what they write: A on AZERTY sits where QWERTY has Q', () => {
    expect(chord(press({ key: 'a', code: 'KeyQ' }))).toBe('a');
    expect(chord(press({ key: 'A', code: 'KeyQ' }))).toBe('a');
  });

  it('reads ? wherever it sits', () => {
    expect(chord(press({ key: '?', code: 'KeyM' }))).toBe('?');
    expect(chord(press({ key: '?', code: 'Slash' }))).toBe('?');
  });

  it('leaves Alt and the system key to the browser, and names Ctrl', () => {
    expect(chord(press({ key: 'a', code: 'KeyA', altKey: true }))).toBeNull();
    expect(chord(press({ key: 'a', code: 'KeyA', metaKey: true }))).toBeNull();
    expect(chord(press({ key: 'Enter', code: 'Enter', ctrlKey: true }))).toBe('ctrl+enter');
    expect(chord(press({ key: 'r', code: 'KeyR', ctrlKey: true }))).toBe('ctrl+r');
  });
});

describe('belongsTo', () => {
  it('leaves letters to a field and takes Ctrl+Enter from it', () => {
    const comment = element('<textarea data-here></textarea>');
    expect(belongsTo(comment, 'p')).toBe(true);
    expect(belongsTo(comment, 'enter')).toBe(true);
    expect(belongsTo(comment, 'ctrl+enter')).toBe(false);
    expect(belongsTo(element('<select data-here></select>'), 'arrowdown')).toBe(true);
  });

  it('leaves Enter to a link or a button, not letters', () => {
    const link = element('<a href="#x" data-here>x</a>');
    expect(belongsTo(link, 'enter')).toBe(true);
    expect(belongsTo(link, 'j')).toBe(false);
    expect(belongsTo(element('<button><span data-here></span></button>'), 'enter')).toBe(true);
  });

  it('takes letters from a radio button: nothing is typed there', () => {
    expect(belongsTo(element('<input type="radio" data-here>'), 'p')).toBe(false);
  });

  it('takes everything from the page itself', () => {
    expect(belongsTo(document.body, 'enter')).toBe(false);
    expect(belongsTo(null, 'p')).toBe(false);
  });
});

describe('keys', () => {
  beforeEach(() => localStorage.clear());

  it('gives every reason its own letter and none of the viewer’s', () => {
    const letters = REASONS.map((reason) => REASON_KEYS[reason]);
    expect(new Set(letters).size).toBe(REASONS.length);
    expect(letters.filter((letter) => ['i', 'r', 'f', 'j', 'k'].includes(letter))).toEqual([]);
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true);
  });

  it('can switch single letters off, and remembers it', () => {
    expect(singleKeysOn()).toBe(true);
    setSingleKeys(false);
    expect(singleKeysOn()).toBe(false);
    expect(isSingle('p')).toBe(true);
    expect(isSingle('ctrl+enter')).toBe(false);
    expect(isSingle('enter')).toBe(false);
  });
});
