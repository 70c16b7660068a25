import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Study, User } from '../api/types';
import { LanguageProvider } from '../i18n/language';
import { SessionProvider, useSession } from '../session/session';
import { FlagPanel } from './FlagPanel';
import { OutboxProvider } from './useOutbox';
import type { Picture } from './viewer/Viewer';

const STUDY: Study = {
  id: 's1',
  studyUid: '2.25.1',
  site: 'north',
  acquiredAt: '2026-01-05T08:00:00Z',
  flags: 0,
  flaggedByMe: false,
  attributes: {},
  instances: [],
  prediction: { id: 'p1', model: 'nodule', version: '1', score: 0.9, positive: true, threshold: 0.5 },
};

/** What was sent to POST /flags, in order. */
let posted: { body: unknown; key: string | null }[] = [];
let user: User;
let answer: () => Response = () => new Response('{}', { status: 201 });

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('vigie.language', '"en"');
  posted = [];
  user = { username: 'ada', displayName: 'Ada', roles: ['FLAGGER'] };
  answer = () => new Response('{"id":"f1"}', { status: 201 });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (url === '/api/v1/session') {
      return Promise.resolve(json(user));
    }
    if (url === '/api/v1/flags' && init.method === 'POST') {
      posted.push({
        body: JSON.parse(String(init.body)),
        key: new Headers(init.headers).get('Idempotency-Key'),
      });
      return Promise.resolve(answer());
    }
    return Promise.resolve(json({ items: [], next: null }));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Gate({ picture }: { picture: Picture }) {
  const { state } = useSession();
  return state.kind === 'in' ? (
    <OutboxProvider>
      <FlagPanel study={STUDY} prediction={STUDY.prediction ?? null} picture={picture} />
    </OutboxProvider>
  ) : null;
}

async function show(picture: Picture) {
  render(
    <MantineProvider forceColorScheme="dark">
      <QueryClientProvider client={new QueryClient()}>
        <LanguageProvider>
          <SessionProvider>
            <Gate picture={picture} />
          </SessionProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText('Your view');
}

const radios = () => screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.name === 'reason');

describe('FlagPanel', () => {
  it('offers agreement and at most seven reasons, and chooses none', async () => {
    await show('shown');
    expect(radios()).toHaveLength(1 + 7);
    expect(radios().filter((radio) => radio.checked)).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });

  it('saves with two keys, once, and confirms', async () => {
    await show('shown');
    await userEvent.keyboard('p{Enter}');
    await screen.findByText(/Saved at .*: False positive/);
    expect(posted.map((each) => each.body)).toEqual([{ studyId: 's1', model: 'nodule', reason: 'FALSE_POSITIVE' }]);
    expect(posted[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(radios().filter((radio) => radio.checked)).toEqual([]);
  });

  it('saves once when Enter is pressed on the chosen reason itself', async () => {
    await show('shown');
    await userEvent.click(screen.getByText('Missed finding'));
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/Saved at .*: Missed finding/);
    expect(posted).toHaveLength(1);
  });

  it.each<Picture>(['loading', 'failed'])('is blocked while the picture is %s', async (picture) => {
    await show(picture);
    await userEvent.keyboard('p{Enter}');
    expect(radios().filter((radio) => radio.checked)).toEqual([]);
    expect(posted).toEqual([]);
    screen.getByText('Flagging waits for the image.');
  });

  it('shows why a flag was refused and gives its words back', async () => {
    answer = () =>
      new Response(
        '{"type":"https://vigie.org/problems/nothing-to-flag","title":"Nothing to flag","status":422,"detail":"no result"}',
        {
          status: 422,
        },
      );
    await show('shown');
    await userEvent.keyboard('g{Enter}');
    await screen.findByText('The service refused this flag: no result');
    await userEvent.click(screen.getByRole('button', { name: 'Put it back into the form' }));
    expect(radios().find((radio) => radio.checked)?.value).toBe('WRONG_GRADE');
    await waitFor(() => expect(screen.queryByText(/refused this flag/)).toBeNull());
  });

  it('tells those who only watch that they set no flags', async () => {
    user = { username: 'eve', displayName: 'Eve', roles: ['ML_ENGINEER'] };
    await show('shown');
    screen.getByText('Your account reads flags but does not set them.');
    await userEvent.keyboard('p{Enter}');
    expect(posted).toEqual([]);
  });
});
