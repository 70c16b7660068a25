import type { Problem } from './types';

export const API = '/api/v1';

/** The service understood and refused; `problem` says why. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }

  /** The last part of the problem's type: `bad-credentials`, `forbidden` ... */
  get slug(): string {
    return this.problem.type.split('/').pop() ?? '';
  }
}

/** No answer came: the network is down or the service does not run. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer from the service', { cause });
    this.name = 'NoAnswerError';
  }
}

export interface Options {
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const lostSession = new EventTarget();

/** Calls `listener` whenever the service says that nobody is signed in. Returns how to stop. */
export function onSessionLost(listener: () => void): () => void {
  lostSession.addEventListener('lost', listener);
  return () => lostSession.removeEventListener('lost', listener);
}

export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.idempotencyKey) {
    headers['Idempotency-Key'] = options.idempotencyKey;
  }
  let response: Response;
  try {
    response = await fetch(API + path, {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    throw new NoAnswerError(error);
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (response.status === 401 && problem.type.endsWith('unauthenticated')) {
      lostSession.dispatchEvent(new Event('lost'));
    }
    throw new ProblemError(problem);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback; // a proxy's page, not our service's answer
  }
}

export const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, { signal });
export const post = <T>(path: string, body?: unknown, idempotencyKey?: string) =>
  request<T>('POST', path, { body, idempotencyKey });

/** `?a=1&b=2` of what is set; empty when nothing is. */
export function query(parameters: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** A random UUID; `crypto.randomUUID` is missing on plain http away from localhost. */
export function uuid(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
