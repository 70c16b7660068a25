import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { NoAnswerError, onSessionLost, ProblemError, request } from '../api/http';
import type { User } from '../api/types';
import { forgetDrafts } from '../study/draft';

type State = { kind: 'asking' } | { kind: 'unreachable' } | { kind: 'out'; lost: boolean } | { kind: 'in'; user: User };

interface Session {
  state: State;
  signIn: (username: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/** Knows who is signed in; asks the service at start, hears when the session ends. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const client = useQueryClient();

  useEffect(() => {
    const asked = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    request<User>('GET', '/session', { signal: asked.signal }).then(
      (user) => setState({ kind: 'in', user }),
      (error: unknown) => {
        if (asked.signal.aborted) {
          return;
        }
        if (error instanceof NoAnswerError || (error instanceof ProblemError && error.problem.status >= 500)) {
          setState({ kind: 'unreachable' });
          again = setTimeout(() => setAttempt((n) => n + 1), 3000);
        } else {
          setState({ kind: 'out', lost: false });
        }
      },
    );
    return () => {
      asked.abort();
      clearTimeout(again);
    };
  }, [attempt]);

  useEffect(() => onSessionLost(() => setState((was) => (was.kind === 'in' ? { kind: 'out', lost: true } : was))), []);

  const signIn = useCallback(
    async (username: string, password: string) => {
      const user = await request<User>('POST', '/session', { body: { username, password } });
      client.clear();
      setState({ kind: 'in', user });
    },
    [client],
  );

  const signOut = useCallback(async () => {
    await request<undefined>('DELETE', '/session');
    if (state.kind === 'in') {
      forgetDrafts(state.user.username);
    }
    client.clear();
    setState({ kind: 'out', lost: false });
  }, [client, state]);

  const session = useMemo(() => ({ state, signIn, signOut }), [state, signIn, signOut]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error('SessionProvider is missing above this component');
  }
  return session;
}

/** The signed-in user; only below the sign-in gate. */
export function useUser(): User {
  const { state } = useSession();
  if (state.kind !== 'in') {
    throw new Error('nobody is signed in');
  }
  return state.user;
}
