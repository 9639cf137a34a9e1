import { type Case, WITH_PREFLIGHT } from '../case.ts';

function one(id: string, title: string, more: Partial<Case> = {}): Case {
  return { id, title, kind: 'fetch', from: 'page', answers: [{}], outcome: 'read', ...more };
}

/** Made by the browser because of what the page's own response says. */
export const LOAD_CASES: readonly [linkHeader: Case, speculationRules: Case] = [
  one('link-header', 'a `Link: rel=preload` header of the page', { kind: 'link-header' }),
  one('speculation-rules', 'a `Speculation-Rules` header of the page', {
    kind: 'speculation-rules',
    lacks: { firefox: 'Firefox has no speculation rules.' },
  }),
];

/** Of a page on https; the first one is made by the browser, because of what its policy forbids. */
export const SECURE_CASES: readonly [report: Case, mixedContent: Case] = [
  one('report', 'a report of a violated Content Security Policy', {
    kind: 'report',
    from: 'secure-page',
    answers: [{ at: 'secure-api' }],
    unseen: { chromium: 'Chromium makes its reports apart from pages.' },
  }),
  one('mixed-content', 'from a page on https to plain http', {
    from: 'secure-page',
    answers: [{ at: 'insecure' }],
    outcome: 'none',
    isSent: false,
    remark: 'Nothing is sent, and no extension is told.',
  }),
];

/** Of a page that gives itself another URL without a navigation: before, and after. */
export const PUSHED_CASES: Readonly<Record<'before' | 'after', readonly Case[]>> = {
  before: [one('push-before', 'before `history.pushState`')],
  after: [
    one('push-after', 'after `history.pushState`'),
    one('push-after-preflight', 'after `history.pushState`, with a preflight', { init: WITH_PREFLIGHT }),
  ],
};

/** Made before the page goes away: one has its answer then, one has none. */
export const LEFT_CASES: readonly Case[] = [
  one('leave-before', 'before the page goes away'),
  one('leave-pending', 'that is not answered when the page goes away', {
    kind: 'fetch-pending',
    isConcluded: { chromium: true },
    answers: [{ pace: 'silent' }],
    outcome: 'failed',
    hasVerdict: false,
  }),
];

const GONE_FRAME = 'Chromium may name a frame that is gone.';

/** Made while the page goes away. */
export const LEAVE_CASES: readonly Case[] = [
  leaving('leave-keepalive', '`fetch` with `keepalive`', { init: { keepalive: true } }),
  leaving('leave-keepalive-refused', '`fetch` with `keepalive`, not to be read', {
    init: { keepalive: true },
    answers: [{ allows: 'nobody' }],
    outcome: 'refused',
  }),
  leaving('leave-keepalive-preflight', '`fetch` with `keepalive` and a preflight', {
    init: { ...WITH_PREFLIGHT, keepalive: true },
  }),
  leaving('leave-beacon', '`sendBeacon` with a preflight', {
    kind: 'beacon',
    init: { method: 'POST', body: 'application/json' },
  }),
  leaving('leave-fetch-later', '`fetchLater` that was waiting', {
    kind: 'fetch-later',
    lacks: { firefox: 'Firefox has no `fetchLater`.' },
  }),
];

function leaving(id: string, title: string, more: Partial<Case>): Case {
  return one(id, title, { mayNameGoneFrame: { chromium: true }, remark: GONE_FRAME, ...more });
}

/** Of a page that comes back out of the back/forward cache: before it left, and after. */
export const BACK_CASES: Readonly<
  Record<'before' | 'between' | 'after' | 'elsewhere' | 'afterElsewhere', readonly Case[]>
> = {
  before: [
    one('back-before', 'before the page goes'),
    one('back-before-preflight', 'before the page goes, with a preflight', { init: WITH_PREFLIGHT }),
  ],
  between: [one('back-between', 'of the page in between')],
  after: [
    one('back-after', 'when the page is back'),
    one('back-after-refused', 'when the page is back, refused', {
      answers: [{ allows: 'nobody' }],
      outcome: 'refused',
    }),
    one('back-after-preflight', 'when the page is back, with a preflight', { init: WITH_PREFLIGHT }),
    one('back-after-worker', 'of its worker when the page is back', { from: 'worker' }),
    one('back-after-frame', 'of its cross-origin frame when the page is back', {
      from: 'cross-origin-frame',
    }),
  ],
  elsewhere: [
    one('back-elsewhere', 'of a page of another origin in between', {
      from: 'page-elsewhere',
    }),
  ],
  afterElsewhere: [
    one('back-after-elsewhere', 'when the page is back from there'),
    one('back-after-elsewhere-preflight', 'when the page is back from there, with a preflight', {
      init: WITH_PREFLIGHT,
    }),
  ],
};

/** Of a page that Chromium renders ahead, and of the one that has it rendered. */
export const AHEAD_CASES: Readonly<
  Record<'before' | 'ahead' | 'meanwhile' | 'shown', readonly [Case, ...Case[]]>
> = {
  before: [ahead('ahead-before', 'of the page that is shown')],
  ahead: [
    ahead('ahead-read', 'of the page that is rendered ahead'),
    ahead('ahead-refused', 'of the page that is rendered ahead, refused', {
      answers: [{ allows: 'nobody' }],
      outcome: 'refused',
    }),
    ahead('ahead-redirected', 'of the page that is rendered ahead, redirected with two preflights', {
      init: WITH_PREFLIGHT,
      answers: [{ status: 307 }, { at: 'other' }],
    }),
    ahead('ahead-image', 'of the page that is rendered ahead', { kind: 'image' }),
  ],
  meanwhile: [ahead('ahead-meanwhile', 'of the page that is shown, while the other is there')],
  shown: [
    ahead('ahead-shown', 'of the page that was rendered ahead, now that it is shown'),
    ahead('ahead-shown-preflight', 'of the page that was rendered ahead, with a preflight', {
      init: WITH_PREFLIGHT,
    }),
  ],
};

function ahead(id: string, title: string, more: Partial<Case> = {}): Case {
  return one(id, title, { lacks: { firefox: 'Firefox renders no pages ahead.' }, ...more });
}
