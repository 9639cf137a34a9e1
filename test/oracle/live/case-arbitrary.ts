import fc from 'fast-check';
import { answerChange } from './answer-change.ts';
import { buildCase } from './build-case.ts';
import type { Draft, DraftRedirect, DraftRequest, LocatedChange, RightAnswers, Target } from './draft.ts';
import type { OracleCase } from './oracle-case.ts';

/**
 * Exchanges over all that the CORS protocol looks at. Servers do everything right but for a few changes, so that a fair
 * share is allowed and most others hang on one check; shrinking takes the changes away one by one.
 */
export function caseArbitrary(): fc.Arbitrary<OracleCase> {
  return draft().map(buildCase);
}

function draft(): fc.Arbitrary<Draft> {
  return fc.record({
    opaquePage: oneIn(8),
    request: fc.oneof({ weight: 5, arbitrary: scripted }, { weight: 1, arbitrary: element }),
    target,
    redirects: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(redirect, { minLength: 1, maxLength: 3 }) },
    ),
    right,
    changes: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 5, arbitrary: locatedChange.map((each) => [each]) },
      { weight: 2, arbitrary: fc.array(locatedChange, { minLength: 2, maxLength: 4 }) },
    ),
  });
}

function oneIn(count: number): fc.Arbitrary<boolean> {
  return weighted([count - 1, false], [1, true]);
}

/** The first is what others shrink to. */
function weighted<T>(...values: readonly (readonly [number, T])[]): fc.Arbitrary<T> {
  const [first, ...others] = values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) }));
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return fc.oneof({ withCrossShrink: true }, first, ...others);
}

const target: fc.Arbitrary<Target> = weighted(
  [8, 'crossSite'],
  [4, 'withCookie'],
  [2, 'sameSite'],
  [2, 'otherPort'],
  [1, 'page'],
);

const redirect: fc.Arbitrary<DraftRedirect> = fc.record({
  status: fc.constantFrom(302, 301, 303, 307, 308),
  to: weighted([4, 'crossSite'], [3, 'withCookie'], [2, 'page'], [1, 'otherPort'], [1, 'sameSite']),
});

const right: fc.Arbitrary<RightAnswers> = fc.record({
  wildcard: oneIn(3),
  preflightStatus: weighted([3, 204], [1, 200]),
  exposed: weighted([3, []], [1, ['x-a, etag']], [1, ['*']]),
});

const locatedChange: fc.Arbitrary<LocatedChange> = fc.oneof(
  { weight: 4, arbitrary: changeOn('response') },
  { weight: 5, arbitrary: changeOn('preflight') },
  { weight: 2, arbitrary: changeOn('redirect') },
);

function changeOn(on: LocatedChange['on']): fc.Arbitrary<LocatedChange> {
  return fc.record({ at: fc.nat(3), on: fc.constant(on), change: answerChange(on) });
}

const METHODS = weighted(
  [6, 'GET'],
  [3, 'POST'],
  [4, 'PUT'],
  [1, 'HEAD'],
  [2, 'DELETE'],
  [2, 'PATCH'],
  [1, 'OPTIONS'],
  [1, 'get'],
  [1, 'put'],
  [1, 'delete'],
  [1, 'patch'],
  [1, 'Patch'],
  [1, 'QUERY'],
  [1, 'propfind'],
  [1, "X-!#$%&'*"],
);

const HEADERS = fc.constantFrom<readonly [string, string]>(
  ['X-A', '1'],
  ['X-B', '2'],
  ['Authorization', 'Bearer x'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'text/plain; charset=utf-8'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'text/plain, text/html'],
  ['Content-Type', 'text/plain; a="b"'],
  ['Accept', 'application/json'],
  ['Accept', 'a"b'],
  ['Accept', '(x'],
  ['Accept', `x/${'y'.repeat(126)}`],
  ['Accept', `x/${'y'.repeat(127)}`],
  ['Accept-Language', 'en'],
  ['Accept-Language', 'en_GB'],
  ['Accept-Language', 'a'.repeat(129)],
  ['Content-Language', 'de-DE, en;q=0.5'],
  ['Content-Language', '<de>'],
  ['Range', 'bytes=0-5'],
  ['Range', 'bytes=0-'],
  ['Range', 'bytes=-5'],
  ['Range', 'bytes=5-1'],
  ['Range', 'bytes=0-1,3-4'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['Cache-Control', 'no-cache'],
  ['If-None-Match', '"x"'],
  ['DPR', '2'],
  ['Save-Data', 'on'],
  ['X-Long', 'v'.repeat(2000)],
  ['x_under', '1'],
  ["!#$%&'*+-.^_`|~", '1'],
  ['X-Latin', '\u00e9'],
  ['X-Empty', ''],
  ['Sec-Fetch-Mode', 'dropped'],
  ['Proxy-Thing', 'dropped'],
  ['Cookie', 'dropped=1'],
  ['X-HTTP-Method-Override', 'PUT'],
);

const headers = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: HEADERS.map((each) => [each]) },
  { weight: 1, arbitrary: fc.array(HEADERS, { minLength: 2, maxLength: 4 }) },
);

const scripted: fc.Arbitrary<DraftRequest> = fc.record({
  api: weighted([3, 'fetch'], [1, 'xhr']),
  method: METHODS,
  headers,
  mode: weighted([20, 'cors'], [1, 'no-cors'], [1, 'same-origin']),
  credentials: weighted([3, 'same-origin'], [1, 'omit'], [3, 'include']),
  redirect: weighted([20, 'follow'], [1, 'error'], [1, 'manual']),
  bodyType: weighted([4, null], [2, 'text'], [1, 'form'], [1, 'multipart'], [1, 'blob-json'], [1, 'buffer']),
  uploadListener: oneIn(4),
});

const element: fc.Arbitrary<DraftRequest> = fc.record({
  api: weighted([1, 'img'], [1, 'script'], [1, 'module'], [1, 'css'], [1, 'font'], [1, 'eventsource']),
  method: fc.constant('GET'),
  headers: fc.constant([]),
  mode: weighted([8, 'cors'], [1, 'no-cors']),
  credentials: weighted([1, 'same-origin'], [1, 'include']),
  redirect: fc.constant('follow' as const),
  bodyType: fc.constant(null),
  uploadListener: fc.constant(false),
});
