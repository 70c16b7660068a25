import { NoAnswerError, post, ProblemError, uuid } from '../api/http';
import { read, write } from '../api/stored';
import type { Flag, FlagBody } from '../api/types';

/** A flag on its way. Its key makes sure that the service stores it once, however often it is sent. */
export interface Letter {
  key: string;
  body: FlagBody;
  writtenAt: number;
  /** Why the service refused it for good; it waits for its writer's decision. */
  refused: string | null;
}

export type Send = (body: FlagBody, key: string) => Promise<Flag>;

export type Outcome = { kind: 'sent'; letter: Letter; flag: Flag } | { kind: 'refused'; letter: Letter };

const isLetters = (value: unknown): value is Letter[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'object' && each !== null && 'key' in each && 'body' in each);

/** Refusals that may pass by themselves: the letter stays. A 409 means that the first try is still being answered. */
const passing = (status: number) => status >= 500 || [401, 408, 409, 425, 429].includes(status);

/** The flags of one user that the service has not confirmed yet, kept in the browser until it has. */
export class Outbox {
  private readonly storeKey: string;
  private memory: Letter[] = [];
  private running: Promise<Outcome[]> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    user: string,
    private readonly send: Send = (body, key) => post<Flag>('/flags', body, key),
  ) {
    this.storeKey = `vigie.outbox.${user}`;
    this.memory = this.stored();
  }

  /** The letters, oldest first; the same array until something changes. */
  letters = (): Letter[] => this.memory;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Kept first, sent after: a closed tab loses nothing. */
  add(body: FlagBody): Letter {
    const letter: Letter = { key: uuid(), body, writtenAt: Date.now(), refused: null };
    this.change((letters) => [...letters, letter]);
    return letter;
  }

  drop(key: string): void {
    this.change((letters) => letters.filter((each) => each.key !== key));
  }

  /** Sends what waits, in order, one at a time; stops at the first that gets no answer. */
  async flush(): Promise<Outcome[]> {
    if (this.running) {
      // What was added since the running round began goes with a round of its own.
      await this.running;
    }
    this.running ??= this.round().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<Outcome[]> {
    this.memory = this.stored();
    const outcomes: Outcome[] = [];
    for (const letter of this.memory.filter((each) => each.refused === null)) {
      try {
        const flag = await this.send(letter.body, letter.key);
        this.drop(letter.key);
        outcomes.push({ kind: 'sent', letter, flag });
      } catch (error) {
        if (error instanceof NoAnswerError || (error instanceof ProblemError && passing(error.problem.status))) {
          break;
        }
        const refused = { ...letter, refused: error instanceof Error ? error.message : String(error) };
        this.change((letters) => letters.map((each) => (each.key === letter.key ? refused : each)));
        outcomes.push({ kind: 'refused', letter: refused });
      }
    }
    return outcomes;
  }

  private stored(): Letter[] {
    return read(this.storeKey, isLetters) ?? this.memory;
  }

  private change(next: (letters: Letter[]) => Letter[]): void {
    this.memory = next(this.stored());
    write(this.storeKey, this.memory);
    this.listeners.forEach((listener) => listener());
  }
}
