import { beforeEach, describe, expect, it } from 'vitest';
import { body, draftOf, EMPTY, forgetDrafts, isEmpty, keepDraft, readDraft, type Draft } from './draft';

const DRAFT: Draft = {
  reason: 'MISSED_FINDING',
  severity: 3,
  changedDecision: false,
  expected: 'positive',
  comment: ' left base ',
};
const DAY = 24 * 3600 * 1000;

describe('draft', () => {
  beforeEach(() => localStorage.clear());

  it('comes back after a reload', () => {
    expect(keepDraft('ada', 's1', 'nodule', DRAFT)).toBe(true);
    expect(readDraft('ada', 's1', 'nodule')).toEqual(DRAFT);
  });

  it('belongs to one user, study and model', () => {
    keepDraft('ada', 's1', 'nodule', DRAFT);
    expect(readDraft('bob', 's1', 'nodule')).toEqual(EMPTY);
    expect(readDraft('ada', 's2', 'nodule')).toEqual(EMPTY);
    expect(readDraft('ada', 's1', 'fracture')).toEqual(EMPTY);
  });

  it('is forgotten after a week', () => {
    keepDraft('ada', 's1', 'nodule', DRAFT, 0);
    expect(readDraft('ada', 's1', 'nodule', 7 * DAY)).toEqual(DRAFT);
    expect(readDraft('ada', 's1', 'nodule', 7 * DAY + 1)).toEqual(EMPTY);
    expect(localStorage).toHaveLength(0);
  });

  it('leaves nothing behind when emptied', () => {
    keepDraft('ada', 's1', 'nodule', DRAFT);
    keepDraft('ada', 's1', 'nodule', EMPTY);
    expect(localStorage).toHaveLength(0);
  });

  it('goes when its writer signs out, and no one else’s', () => {
    keepDraft('ada', 's1', 'nodule', DRAFT);
    keepDraft('bob', 's1', 'nodule', DRAFT);
    forgetDrafts('ada');
    expect(readDraft('ada', 's1', 'nodule')).toEqual(EMPTY);
    expect(readDraft('bob', 's1', 'nodule')).toEqual(DRAFT);
  });

  it('ignores what it did not write', () => {
    localStorage.setItem('vigie.draft.ada.s1.nodule', '{"reason":"HACKED","comment":"","keptAt":1}');
    expect(readDraft('ada', 's1', 'nodule', 2)).toEqual(EMPTY);
  });

  it('sends only what was answered', () => {
    expect(body('s1', 'nodule', { ...EMPTY, reason: 'AGREE' })).toEqual({
      studyId: 's1',
      model: 'nodule',
      reason: 'AGREE',
    });
    expect(body('s1', 'nodule', DRAFT)).toEqual({
      studyId: 's1',
      model: 'nodule',
      reason: 'MISSED_FINDING',
      severity: 3,
      changedDecision: false,
      expected: 'positive',
      comment: 'left base',
    });
  });

  it('is nothing to send without a reason', () => {
    expect(body('s1', 'nodule', { ...DRAFT, reason: null })).toBeNull();
  });

  it('can be made again from a refused flag', () => {
    const sent = body('s1', 'nodule', { ...DRAFT, comment: 'left base' });
    expect(sent && draftOf(sent)).toEqual({ ...DRAFT, comment: 'left base' });
    expect(isEmpty(EMPTY)).toBe(true);
    expect(isEmpty({ ...EMPTY, changedDecision: false })).toBe(false);
  });
});
