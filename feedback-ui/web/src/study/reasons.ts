import type { Reason } from '../api/types';

/** One key per answer; none of them is a viewer key. */
export const REASON_KEYS: Record<Reason, string> = {
  AGREE: 'a',
  FALSE_POSITIVE: 'p',
  MISSED_FINDING: 'x',
  WRONG_PLACE: 'l',
  WRONG_GRADE: 'g',
  UNUSABLE_IMAGE: 'u',
  TECHNICAL: 't',
  OTHER: 'o',
};
