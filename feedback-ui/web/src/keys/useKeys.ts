import { useEffect, useRef } from 'react';
import { belongsTo, chord, isSingle, singleKeysOn } from './chord';

export type Bindings = Record<string, (() => void) | undefined>;

/** Binds keys to the page while the component is shown; a dialog on top has the keys to itself. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const name = chord(event);
      if (name === null || document.querySelector('[role=dialog]')) {
        return;
      }
      const action = latest.current[name];
      if (!action || belongsTo(document.activeElement, name) || (isSingle(name) && !singleKeysOn())) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    // On the way down: once clicked, the picture has the focus, and its library swallows every key it sees.
    document.addEventListener('keydown', pressed, { capture: true });
    return () => document.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
