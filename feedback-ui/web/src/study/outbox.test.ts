import { beforeEach, describe, expect, it } from 'vitest';
import { NoAnswerError, ProblemError } from '../api/http';
import type { Flag, FlagBody } from '../api/types';
import { Outbox } from './outbox';

const FLAG: FlagBody = { studyId: 's1', model: 'nodule', reason: 'FALSE_POSITIVE' };

const refusal = (status: number, detail = 'no') =>
  new ProblemError({ type: 'https://vigie.org/problems/x', title: 'Refused', status, detail });

/** A service that stores one flag per key, as the real one does, and whose answers can be lost on the way. */
class Service {
  readonly stored = new Map<string, FlagBody>();
  calls = 0;
  before: (() => void) | null = null;
  after: (() => void) | null = null;

  send = async (body: FlagBody, key: string): Promise<Flag> => {
    this.calls += 1;
    this.before?.();
    this.stored.set(key, body);
    this.after?.();
    return { ...body, id: key, flaggedAt: '2026-01-05T08:00:00Z' };
  };
}

describe('Outbox', () => {
  beforeEach(() => localStorage.clear());

  it('sends a flag and forgets it', async () => {
    const service = new Service();
    const outbox = new Outbox('ada', service.send);
    outbox.add(FLAG);
    const outcomes = await outbox.flush();
    expect(outcomes.map((each) => each.kind)).toEqual(['sent']);
    expect([...service.stored.values()]).toEqual([FLAG]);
    expect(outbox.letters()).toEqual([]);
  });

  it('keeps a flag without network, through a closed tab, and sends it once', async () => {
    const service = new Service();
    service.before = () => {
      throw new NoAnswerError('down');
    };
    const first = new Outbox('ada', service.send);
    first.add(FLAG);
    await first.flush();
    expect(first.letters()).toHaveLength(1);

    service.before = null;
    const second = new Outbox('ada', service.send);
    expect(second.letters()).toHaveLength(1);
    await second.flush();
    await second.flush();
    expect(service.stored.size).toBe(1);
    expect(second.letters()).toEqual([]);
  });

  it('uses the same key again when only the answer was lost', async () => {
    const service = new Service();
    service.after = () => {
      throw new NoAnswerError('answer lost');
    };
    const outbox = new Outbox('ada', service.send);
    outbox.add(FLAG);
    await outbox.flush();
    service.after = null;
    await outbox.flush();
    expect(service.calls).toBe(2);
    expect(service.stored.size).toBe(1);
  });

  it('sends once when two rounds start at the same moment', async () => {
    const service = new Service();
    const outbox = new Outbox('ada', service.send);
    outbox.add(FLAG);
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    expect(service.calls).toBe(1);
  });

  it('sends in a second round what was added during the first', async () => {
    const service = new Service();
    const outbox = new Outbox('ada', service.send);
    outbox.add(FLAG);
    const first = outbox.flush();
    outbox.add({ ...FLAG, studyId: 's2' });
    await Promise.all([first, outbox.flush()]);
    expect([...service.stored.values()].map((each) => each.studyId).sort()).toEqual(['s1', 's2']);
  });

  it.each([401, 408, 409, 429, 500, 503])('keeps a flag after status %i', async (status) => {
    const outbox = new Outbox('ada', () => Promise.reject(refusal(status)));
    outbox.add(FLAG);
    await outbox.flush();
    expect(outbox.letters()).toMatchObject([{ body: FLAG, refused: null }]);
  });

  it.each([400, 403, 404, 422])('shows a refusal with status %i and does not try again', async (status) => {
    let calls = 0;
    const outbox = new Outbox('ada', () => {
      calls += 1;
      return Promise.reject(refusal(status, 'no champion was in force'));
    });
    outbox.add(FLAG);
    await outbox.flush();
    await outbox.flush();
    expect(calls).toBe(1);
    expect(outbox.letters()).toMatchObject([{ body: FLAG, refused: 'no champion was in force' }]);
  });

  it('does not let a refused flag hold up the next', async () => {
    const service = new Service();
    const outbox = new Outbox('ada', (body, key) =>
      body.studyId === 's1' ? Promise.reject(refusal(422)) : service.send(body, key),
    );
    outbox.add(FLAG);
    outbox.add({ ...FLAG, studyId: 's2' });
    const outcomes = await outbox.flush();
    expect(outcomes.map((each) => each.kind)).toEqual(['refused', 'sent']);
  });

  it('keeps the letters of two people apart', () => {
    new Outbox('ada').add(FLAG);
    expect(new Outbox('bob').letters()).toEqual([]);
    expect(new Outbox('ada').letters()).toHaveLength(1);
  });

  it('takes damaged storage for an empty one', () => {
    localStorage.setItem('vigie.outbox.ada', '{"not":"a list"}');
    expect(new Outbox('ada').letters()).toEqual([]);
    localStorage.setItem('vigie.outbox.ada', 'not json');
    expect(new Outbox('ada').letters()).toEqual([]);
  });

  it('sends without storage too', async () => {
    const service = new Service();
    const outbox = new Outbox('ada', service.send);
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      outbox.add(FLAG);
      await outbox.flush();
    } finally {
      Storage.prototype.setItem = keep;
    }
    expect(service.stored.size).toBe(1);
    expect(outbox.letters()).toEqual([]);
  });
});
