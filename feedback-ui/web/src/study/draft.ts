import type { FlagBody, Reason } from '../api/types';
import { REASONS } from '../api/types';
import { keys, read, remove, write } from '../api/stored';

/** What a person has chosen and not yet saved about one study and model. */
export interface Draft {
  reason: Reason | null;
  severity: number | null;
  changedDecision: boolean | null;
  expected: string | null;
  comment: string;
}

interface Kept extends Draft {
  keptAt: number;
}

export const EMPTY: Draft = { reason: null, severity: null, changedDecision: null, expected: null, comment: '' };

const PREFIX = 'vigie.draft.';
const WEEK = 7 * 24 * 3600 * 1000;

const key = (user: string, study: string, model: string) => `${PREFIX}${user}.${study}.${model}`;

const isKept = (value: unknown): value is Kept => {
  const draft = value as Kept;
  return (
    typeof value === 'object' &&
    typeof draft.keptAt === 'number' &&
    typeof draft.comment === 'string' &&
    (draft.reason === null || REASONS.includes(draft.reason))
  );
};

export const isEmpty = (draft: Draft) =>
  draft.reason === null &&
  draft.severity === null &&
  draft.changedDecision === null &&
  draft.expected === null &&
  draft.comment === '';

/** The draft of this user, or an empty one; after a week it is forgotten. */
export function readDraft(user: string, study: string, model: string, now = Date.now()): Draft {
  const kept = read(key(user, study, model), isKept);
  if (!kept) {
    return EMPTY;
  }
  if (now - kept.keptAt > WEEK) {
    remove(key(user, study, model));
    return EMPTY;
  }
  const { reason, severity, changedDecision, expected, comment } = kept;
  return { reason, severity, changedDecision, expected, comment };
}

/** False when the browser keeps nothing. */
export function keepDraft(user: string, study: string, model: string, draft: Draft, now = Date.now()): boolean {
  if (isEmpty(draft)) {
    remove(key(user, study, model));
    return true;
  }
  return write(key(user, study, model), { ...draft, keptAt: now });
}

/** On signing out: nobody who sits down next finds another's words. */
export function forgetDrafts(user: string): void {
  keys(`${PREFIX}${user}.`).forEach(remove);
}

/** What is sent; only what was answered. */
export function body(studyId: string, model: string, draft: Draft): FlagBody | null {
  if (draft.reason === null) {
    return null;
  }
  const comment = draft.comment.trim();
  return {
    studyId,
    model,
    reason: draft.reason,
    ...(draft.severity === null ? {} : { severity: draft.severity }),
    ...(draft.changedDecision === null ? {} : { changedDecision: draft.changedDecision }),
    ...(draft.expected === null ? {} : { expected: draft.expected }),
    ...(comment === '' ? {} : { comment }),
  };
}

export function draftOf(flag: FlagBody): Draft {
  return {
    reason: flag.reason,
    severity: flag.severity ?? null,
    changedDecision: flag.changedDecision ?? null,
    expected: flag.expected ?? null,
    comment: flag.comment ?? '',
  };
}
