import { type Answer, type Case, type HostId, WITH_PREFLIGHT } from '../case.ts';
import type { KindId } from '../kinds.ts';

const SIMPLE_POST: RequestInit = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'x' };
const JSON_POST: RequestInit = { ...WITH_PREFLIGHT, method: 'POST' };
const GET_WITH_HEADER: RequestInit = { headers: { 'X-Asked': '1' } };

/** A request that is redirected; its title reads after “a redirect”. */
function redirect(id: string, title: string, answers: Case['answers'], more: Partial<Case> = {}): Case {
  return { id: `redirect-${id}`, title, kind: 'fetch', from: 'page', answers, outcome: 'read', ...more };
}

function to(at: HostId, status: number, more: Answer = {}): Answer {
  return { at, status, ...more };
}

const NOWHERE_TO_GO = { outcome: 'refused', hasVerdict: false } as const;

const CROSS_TO_CROSS: Case['answers'] = [to('api', 302), { at: 'other' }];

/** Statuses, and what they do to a method. */
const STATUSES: readonly Case[] = [301, 302, 303, 307, 308].flatMap((status) => [
  redirect(
    `${status}-post`,
    `a \`POST\` that is redirected with ${status}`,
    [to('api', status), { at: 'other' }],
    {
      init: SIMPLE_POST,
    },
  ),
  redirect(
    `${status}-json`,
    `a \`POST\` of JSON that is redirected with ${status}`,
    [to('api', status), { at: 'other' }],
    { init: JSON_POST },
  ),
  redirect(
    `${status}-put`,
    `a \`PUT\` that is redirected with ${status}`,
    [to('api', status), { at: 'other' }],
    {
      init: WITH_PREFLIGHT,
    },
  ),
]);

const KINDS_REDIRECTED: readonly KindId[] = [
  'xhr',
  'eventsource',
  'font-face',
  'module',
  'script',
  'stylesheet',
  'image',
  'audio',
  'track',
  'preload-fetch',
  'import-dynamic',
];

export const REDIRECT_CASES: readonly Case[] = [
  redirect('same-to-cross', 'same-origin to cross-origin', [to('page', 302), {}]),
  redirect(
    'same-to-cross-refused',
    'same-origin to cross-origin, refused',
    [to('page', 302), { allows: 'nobody' }],
    {
      outcome: 'refused',
    },
  ),
  redirect(
    'same-to-cross-preflight',
    'same-origin to cross-origin, with a preflight',
    [to('page', 307), {}],
    {
      init: WITH_PREFLIGHT,
    },
  ),
  redirect(
    'same-to-cross-preflight-refused',
    'same-origin to cross-origin, whose preflight fails',
    [to('page', 307), { preflight: { allows: 'nobody' } }],
    { init: WITH_PREFLIGHT, outcome: 'refused' },
  ),
  redirect('within', 'within another origin', [to('api', 302), {}]),
  redirect('within-preflight', 'within another origin, with two preflights', [to('api', 307), {}], {
    init: WITH_PREFLIGHT,
  }),
  redirect('cross-to-cross', 'cross-origin to a third origin', CROSS_TO_CROSS),
  redirect(
    'cross-to-cross-refused',
    'cross-origin to a third origin that refuses',
    [to('api', 302), { at: 'other', allows: 'nobody' }],
    { outcome: 'refused' },
  ),
  redirect('cross-to-cross-header', 'cross-origin to a third origin, with two preflights', CROSS_TO_CROSS, {
    init: GET_WITH_HEADER,
  }),
  redirect(
    'second-preflight-refused',
    'cross-origin to a third origin whose preflight fails',
    [to('api', 307), { at: 'other', preflight: { status: 404, allows: 'nobody' } }],
    { init: WITH_PREFLIGHT, outcome: 'refused' },
  ),
  redirect('cross-to-page', 'cross-origin back to the page’s origin', [to('api', 302), { at: 'page' }]),
  redirect(
    'cross-to-page-preflight',
    'cross-origin back to the page’s origin, with two preflights',
    [to('api', 307), { at: 'page' }],
    { init: WITH_PREFLIGHT },
  ),
  redirect(
    'cross-to-page-refused',
    'cross-origin back to the page’s origin, refused',
    [to('api', 302), { at: 'page', allows: 'nobody' }],
    { outcome: 'refused' },
  ),
  redirect('of-refused', 'a redirect that is refused itself', [to('api', 302, { allows: 'nobody' }), {}], {
    outcome: 'refused',
  }),
  redirect('three', 'over three origins and back', [
    to('page', 301),
    to('api', 302),
    to('other', 307),
    { at: 'api' },
  ]),
  redirect('error', "with `redirect: 'error'`", [to('api', 302), {}], {
    init: { redirect: 'error' },
    outcome: 'refused',
    hasVerdict: false,
  }),
  redirect('manual', "with `redirect: 'manual'`", [to('api', 302), {}], {
    init: { redirect: 'manual' },
    hasVerdict: false,
  }),
  redirect('to-ftp', 'to `ftp:`', [to('api', 302), { at: 'ftp' }], {
    ...NOWHERE_TO_GO,
    hopsShown: { firefox: 1 },
    isConcluded: { firefox: true },
  }),
  redirect('to-data', 'to `data:`', [to('api', 302), { at: 'data' }], {
    ...NOWHERE_TO_GO,
    hopsShown: { chromium: 1, firefox: 1 },
  }),
  redirect('to-named', 'to a URL with a user name and a password', [to('api', 302), { at: 'named' }], {
    ...NOWHERE_TO_GO,
    hopsShown: { chromium: 1, firefox: 1 },
  }),
  redirect('to-nowhere', 'to a server that does not run', [to('api', 302), { at: 'nowhere' }], {
    outcome: 'failed',
  }),
  redirect('from-worker', 'from a dedicated worker', CROSS_TO_CROSS, {
    from: 'worker',
    init: GET_WITH_HEADER,
  }),
  redirect('from-shared-worker', 'from a shared worker', CROSS_TO_CROSS, {
    from: 'shared-worker',
    init: GET_WITH_HEADER,
  }),
  redirect('from-sandboxed-frame', 'from a sandboxed frame', CROSS_TO_CROSS, {
    from: 'sandboxed-frame',
    init: GET_WITH_HEADER,
  }),
  ...STATUSES,
  ...KINDS_REDIRECTED.map((kind) => redirect(kind, `of \`${kind}\``, CROSS_TO_CROSS, { kind })),
];
