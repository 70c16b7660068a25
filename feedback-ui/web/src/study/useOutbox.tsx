import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useUser } from '../session/session';
import { Outbox, type Letter } from './outbox';

const OutboxContext = createContext<Outbox | null>(null);
const RETRY_MILLIS = 5000;

/** One outbox for the signed-in user; tries again when the network returns, and every few seconds while something waits. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { username } = useUser();
  const client = useQueryClient();
  const outbox = useMemo(() => new Outbox(username), [username]);

  useEffect(() => {
    const flush = () => {
      if (outbox.letters().some((letter) => letter.refused === null)) {
        void outbox.flush().then((outcomes) => {
          if (outcomes.length > 0) {
            void client.invalidateQueries();
          }
        });
      }
    };
    flush();
    const timer = setInterval(flush, RETRY_MILLIS);
    window.addEventListener('online', flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flush);
    };
  }, [outbox, client]);

  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

export function useOutbox(): { outbox: Outbox; letters: Letter[] } {
  const outbox = useContext(OutboxContext);
  if (!outbox) {
    throw new Error('OutboxProvider is missing above this component');
  }
  return { outbox, letters: useSyncExternalStore(outbox.subscribe, outbox.letters) };
}
