import { read, write } from '../api/stored';

/** The part of a keyboard event that names a key. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat?: boolean;
}

/**
 * The name under which a press is bound: letters by what they write (`a`), so that AZERTY's A is A; digits by where they
 * are (`0` to `9`), because AZERTY writes them with Shift; `ctrl+enter`; named keys in lower case.
 */
export function chord(press: Press): string | null {
  if (press.altKey || press.metaKey) {
    return null;
  }
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  const name = digit && press.key !== '?' ? digit : press.key.toLowerCase();
  return press.ctrlKey ? `ctrl+${name}` : name;
}

const isWriting = (element: Element) =>
  element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]') !== null;

const acts = (element: Element) => element.closest('button, a[href], summary, [role=button]') !== null;

/** Whether a press belongs to the element that has the focus rather than to the page. */
export function belongsTo(element: Element | null, name: string): boolean {
  if (!element || name.startsWith('ctrl+') || name === 'f1') {
    return false;
  }
  return isWriting(element) || (acts(element) && (name === 'enter' || name === ' '));
}

const KEY = 'vigie.single-keys';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const singleKeysOn = () => read(KEY, isBoolean) ?? true;
export const setSingleKeys = (on: boolean) => write(KEY, on);

/** A lone character: what speech input may type by accident. */
export const isSingle = (name: string) => name.length === 1;
