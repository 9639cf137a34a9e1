import { type Case, WITH_PREFLIGHT } from '../case.ts';

const BY_ITS_WORKER = { chromium: 'service-worker', firefox: 'service-worker' } as const;

function served(id: string, title: string, more: Partial<Case>): Case {
  return {
    id: `served-${id}`,
    title,
    kind: 'fetch',
    from: 'served-frame',
    answers: [{}],
    outcome: 'read',
    ...more,
  };
}

/** What a service worker does with a page's request. */
export const SERVICE_WORKER_CASES: readonly Case[] = [
  served('passes-on', 'that its service worker passes on', {
    query: '?worker=passes-on',
    by: BY_ITS_WORKER,
    taken: { firefox: 1 },
  }),
  served('passes-on-refused', 'that its service worker passes on, refused', {
    query: '?worker=passes-on',
    answers: [{ allows: 'nobody' }],
    by: BY_ITS_WORKER,
    taken: { firefox: 1 },
    outcome: 'refused',
  }),
  served('passes-on-preflight', 'that its service worker passes on, with a preflight', {
    query: '?worker=passes-on',
    init: WITH_PREFLIGHT,
    by: BY_ITS_WORKER,
    taken: { firefox: 1 },
  }),
  served('asks-anew', 'for which its service worker makes another', {
    query: '?worker=asks-anew',
    by: BY_ITS_WORKER,
    taken: { firefox: 1 },
  }),
  served('answers', 'that its service worker answers', {
    query: '?worker=answers',
    taken: { firefox: 1 },
    outcome: 'none',
  }),
  served('makes-opaque', 'for which its service worker makes another whose response script may not read', {
    query: '?worker=makes-opaque',
    by: BY_ITS_WORKER,
    taken: { firefox: 1 },
    mode: 'no-cors',
    outcome: 'refused',
    remark: 'The page’s own request fails, of which Chromium says nothing.',
  }),
  served('fails', 'that its service worker lets fail', {
    query: '?worker=fails',
    taken: { firefox: 1 },
    outcome: 'none',
  }),
];
