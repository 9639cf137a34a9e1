import { type Case, WITH_PREFLIGHT } from '../case.ts';

function one(id: string, title: string, more: Partial<Case>): Case {
  return { id, title, kind: 'fetch', from: 'page', answers: [{}], outcome: 'read', ...more };
}

const NOT_SENT = {
  outcome: 'none',
  isSent: false,
  remark: 'Nothing is sent, and no extension is told.',
} as const;

/** Statuses, streams, caches and what goes wrong. */
export const ENDING_CASES: readonly Case[] = [
  ...[204, 401, 404, 500].map((status) => one(`status-${status}`, `${status}`, { answers: [{ status }] })),
  one('status-500-refused', '500 that may not be read', {
    answers: [{ status: 500, allows: 'nobody' }],
    outcome: 'refused',
  }),
  one('head', '`HEAD`', { init: { method: 'HEAD' } }),
  one('delete', '`DELETE`', { init: { method: 'DELETE' } }),
  one('options', '`OPTIONS`, with its preflight', { init: { method: 'OPTIONS' } }),
  one('options-refused', '`OPTIONS` whose preflight fails', {
    init: { method: 'OPTIONS' },
    answers: [{ preflight: { allows: 'nobody' } }],
    outcome: 'refused',
  }),
  one('credentials', 'with credentials', { init: { credentials: 'include' } }),
  one('keepalive', 'with `keepalive`', { init: { keepalive: true } }),
  one('keepalive-preflight', 'with `keepalive` and a preflight', {
    init: { ...WITH_PREFLIGHT, keepalive: true },
  }),
  one('xhr-preflight', '`XMLHttpRequest` with a preflight', { kind: 'xhr', init: WITH_PREFLIGHT }),
  one('xhr-from-worker', '`XMLHttpRequest` from a worker', { kind: 'xhr', from: 'worker' }),
  one('eventsource-from-worker', '`EventSource` from a worker', {
    kind: 'eventsource',
    from: 'worker',
    by: { firefox: 'shared-worker' },
    remark: 'Firefox names no tab, as with a shared worker: every panel of that origin shows it.',
  }),
  one('eventsource-from-shared-worker', '`EventSource` from a shared worker', {
    kind: 'eventsource',
    from: 'shared-worker',
  }),
  one('import-from-worker', '`import()` from a module worker', {
    kind: 'import-dynamic',
    from: 'module-worker',
  }),
  one('cache-add-from-service-worker', '`cache.add` from a service worker', {
    kind: 'cache-add',
    from: 'service-worker',
  }),
  one('stream', 'a stream', { kind: 'fetch-stream', answers: [{ pace: 'in-pieces' }] }),
  one('eventsource-again', '`EventSource` that connects again', {
    kind: 'eventsource',
    answers: [{ pace: 'in-pieces' }],
  }),
  one('cancelled', 'aborted while the response comes', {
    kind: 'fetch-cancelled',
    answers: [{ pace: 'unfinished' }],
    hasVerdict: false,
  }),
  one('aborted', 'aborted before the response', {
    kind: 'fetch-aborted',
    answers: [{ pace: 'silent' }],
    hasVerdict: false,
    outcome: 'failed',
  }),
  one('aborted-preflight', 'aborted during the preflight', {
    kind: 'fetch-aborted',
    init: WITH_PREFLIGHT,
    answers: [{ preflight: { pace: 'silent' } }],
    hasVerdict: false,
    outcome: 'failed',
  }),
  one('beacon-json', '`sendBeacon` with a preflight', {
    kind: 'beacon',
    init: { method: 'POST', body: 'application/json' },
  }),
  one('beacon-json-refused', '`sendBeacon` whose preflight fails', {
    kind: 'beacon',
    init: { method: 'POST', body: 'application/json' },
    answers: [{ preflight: { allows: 'nobody' } }],
    outcome: 'refused',
  }),
  one('fetch-later', '`fetchLater`', {
    kind: 'fetch-later',
    lacks: { firefox: 'Firefox has no `fetchLater`.' },
  }),
  one('range', 'a range', { init: { headers: { Range: 'bytes=0-1' } } }),
  one('unchanged', 'twice, the second answered with 304', {
    times: 2,
    remark: 'Browsers show the stored response that the 304 stands for, as one from the cache.',
    answers: [
      {
        headers: [
          ['ETag', '"1"'],
          ['Cache-Control', 'no-cache'],
        ],
      },
    ],
  }),
  one('cached', 'twice, the second out of the HTTP cache', {
    times: 2,
    answers: [{ headers: [['Cache-Control', 'max-age=600']] }],
    unlogged: 1,
  }),
  one('in-memory', 'an image twice, the second out of the page’s memory', {
    kind: 'image',
    times: 2,
    answers: [{ headers: [['Cache-Control', 'max-age=600']] }],
    remark: 'The second needs no request, and no extension is told.',
  }),
  one('cached-preflight', 'twice, the second without a preflight, which is cached', {
    times: 2,
    init: WITH_PREFLIGHT,
    answers: [{ preflight: { headers: [['Access-Control-Max-Age', '600']] } }],
  }),
  one('nowhere', 'to a server that does not run', {
    answers: [{ at: 'nowhere' }],
    unlogged: 1,
    outcome: 'failed',
  }),
  one('nowhere-preflight', 'with a preflight to a server that does not run', {
    answers: [{ at: 'nowhere' }],
    init: WITH_PREFLIGHT,
    unlogged: 1,
    outcome: 'failed',
  }),
  one('conditional', 'that script makes conditional, answered with 304', {
    init: { headers: { 'If-None-Match': '"1"' } },
    answers: [{ headers: [['ETag', '"1"']] }],
    remark: 'Here the 304 is shown.',
  }),
  one('font-from-worker', '`FontFace` from a worker', { kind: 'font-face', from: 'worker' }),
  one('barred-port', 'to a port that browsers ask nothing', {
    answers: [{ at: 'barred' }],
    unlogged: 1,
    outcome: 'failed',
    unseen: { firefox: 'Firefox doesn’t even try.' },
  }),
  one('ftp', 'to an `ftp:` URL', { answers: [{ at: 'ftp' }], ...NOT_SENT }),
  one('unknown-scheme', 'to a URL of an unknown scheme', {
    answers: [{ at: 'unknown' }],
    ...NOT_SENT,
  }),
  one('worker-script', '`new Worker` of another origin', {
    kind: 'worker-script',
    ...NOT_SENT,
  }),
  one('svg-use', '`<use>` of another origin in SVG', {
    kind: 'svg-use',
    ...NOT_SENT,
  }),
  one('same-origin-mode', "cross-origin with `mode: 'same-origin'`, which the browser sends nobody", {
    init: { mode: 'same-origin' },
    ...NOT_SENT,
  }),
  one('forbidden', 'forbidden by the page’s Content Security Policy', {
    from: 'guarded-frame',
    ...NOT_SENT,
  }),
  one('same-origin', 'same-origin, which is no CORS', { answers: [{ at: 'page' }], outcome: 'none' }),
  one('same-origin-put', 'same-origin with a method that would need a preflight', {
    answers: [{ at: 'page' }],
    init: WITH_PREFLIGHT,
    outcome: 'none',
  }),
  one('no-cors', "with `mode: 'no-cors'`", { init: { mode: 'no-cors' }, mode: 'no-cors' }),
  one('no-cors-image', '`<img>` without `crossorigin`', {
    kind: 'image',
    crossOrigin: 'no-cors',
    mode: 'no-cors',
  }),
  one('no-cors-script', '`<script>` without `crossorigin`', {
    kind: 'script',
    crossOrigin: 'no-cors',
    mode: 'no-cors',
  }),
  one('no-cors-beacon', '`sendBeacon` of text', {
    kind: 'beacon',
    init: { method: 'POST', body: 'text/plain' },
    mode: 'no-cors',
  }),
  one('no-cors-video', '`<video>` without `crossorigin`', {
    kind: 'video',
    crossOrigin: 'no-cors',
    mode: 'no-cors',
  }),
];
