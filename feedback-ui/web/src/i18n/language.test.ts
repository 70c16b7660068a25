import { beforeEach, describe, expect, it } from 'vitest';
import { REASONS } from '../api/types';
import { en } from './en';
import { formats } from './formats';
import { fr } from './fr';
import { firstLanguage } from './language';

function leaves(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as object, `${path}${name}.`)
      : [[`${path}${name}`, value] as [string, unknown]],
  );
}

/** Words that are the same in both languages. */
const SAME = new Set('Score Image Site Sites Version Versions Pages PDF SHA-256 stable Verdict Grave'.split(' '));

describe('dictionaries', () => {
  it('have the same entries', () => {
    expect(leaves(fr).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path));
  });

  it('leave no text empty or untranslated', () => {
    const english = new Map(leaves(en));
    for (const [path, text] of leaves(fr)) {
      expect(text, path).not.toBe('');
      const other = english.get(path);
      if (typeof text === 'string' && typeof other === 'string' && !SAME.has(text)) {
        expect(text, path).not.toBe(other);
      }
    }
  });

  it('count in their own grammar: French zero is singular', () => {
    expect(en.list.shown(0)).toBe('0 studies shown');
    expect(en.list.shown(1)).toBe('1 study shown');
    expect(fr.list.shown(0)).toBe('0 examen affiché');
    expect(fr.list.shown(2)).toBe('2 examens affichés');
  });

  it('never speak of a diagnosis by the machine', () => {
    for (const [path, text] of leaves(fr)) {
      if (typeof text === 'string' && path !== 'signIn.foot') {
        expect(text, path).not.toMatch(/diagnosti/i);
      }
    }
  });

  it('name every reason', () => {
    expect(Object.keys(fr.flag.reasons)).toEqual([...REASONS]);
  });
});

describe('firstLanguage', () => {
  beforeEach(() => localStorage.clear());

  it('follows the browser', () => {
    expect(firstLanguage(['de-CH', 'fr-CH', 'en'])).toBe('fr');
    expect(firstLanguage(['en-US'])).toBe('en');
    expect(firstLanguage(['de'])).toBe('en');
  });

  it('prefers what was chosen before', () => {
    localStorage.setItem('vigie.language', '"en"');
    expect(firstLanguage(['fr'])).toBe('en');
    localStorage.setItem('vigie.language', '"xx"');
    expect(firstLanguage(['fr'])).toBe('fr');
  });
});

describe('formats', () => {
  it('write numbers as each language does', () => {
    expect(formats('fr').score(0.8349)).toBe('0,83');
    expect(formats('en').score(0.8)).toBe('0.80');
  });

  it('show an instant in the zone of its site', () => {
    expect(formats('en').dateTime('2026-01-05T23:30:00Z', 'Europe/Paris')).toBe('6 Jan 2026, 00:30');
  });

  it('show what is no instant as it came', () => {
    expect(formats('en').date('soon')).toBe('soon');
  });
});
