import {
  allowed,
  allowedPreflight,
  allows,
  isPreflight,
  redirects,
  type StreamScenario,
} from './stream-scenario.ts';

/** Requests with a preflight. */
export const PREFLIGHTS: readonly StreamScenario[] = [
  {
    name: 'preflight',
    about: 'A PUT whose preflight passes.',
    act: ({ api }) => fetch(api, { method: 'PUT' }),
    answer: allows,
  },
  {
    name: 'preflight-without-headers',
    about: 'A PUT whose preflight is answered without a CORS header.',
    act: ({ api }) => fetch(api, { method: 'PUT', headers: { 'X-A': '1' } }).catch(() => {}),
    answer: () => ({ status: 204 }),
  },
  {
    name: 'preflight-not-found',
    about: 'A PUT whose preflight is answered 404.',
    act: ({ api }) => fetch(api, { method: 'PUT' }).catch(() => {}),
    answer: (request) => ({ status: 404, headers: allowed(request) }),
  },
  {
    name: 'preflight-redirected',
    about: 'A PUT whose preflight is redirected. In Firefox the request ends before its preflight.',
    act: ({ api }) => fetch(api, { method: 'PUT' }).catch(() => {}),
    answer: (request, { other }) =>
      redirects(301, `${other}/preflight-redirected`, allowedPreflight(request)),
  },
  {
    name: 'preflight-passes-answer-blocked',
    about: 'A PUT whose preflight passes; the response then lacks Access-Control-Allow-Origin.',
    act: ({ api }) => fetch(api, { method: 'PUT' }).catch(() => {}),
    answer: (request) => (isPreflight(request) ? allows(request) : { body: '{}' }),
  },
  {
    name: 'preflight-cached',
    about:
      'Two PUTs, one after the other; the second has no preflight, because the answer to the first was kept.',
    act: async ({ api }) => {
      await fetch(api, { method: 'PUT' });
      await fetch(api, { method: 'PUT' });
    },
    answer: (request) =>
      isPreflight(request)
        ? { status: 204, headers: [...allowedPreflight(request), ['Access-Control-Max-Age', '600']] }
        : allows(request),
  },
  {
    name: 'preflight-not-connected',
    about: 'A PUT to a port where nobody listens.',
    act: ({ nobody }) => fetch(nobody, { method: 'PUT' }).catch(() => {}),
    answer: () => 'close',
  },
  {
    name: 'parallel-preflights',
    about: 'Three PUTs at once, two of them to the same URL.',
    act: ({ api }) =>
      Promise.all([
        fetch(api, { method: 'PUT' }),
        fetch(`${api}/more`, { method: 'PUT' }),
        fetch(api, { method: 'PUT' }),
      ]),
    answer: allows,
  },
  {
    name: 'own-options',
    about: 'An OPTIONS request of the page’s own, which has a preflight.',
    act: ({ api }) => fetch(api, { method: 'OPTIONS' }),
    answer: allows,
  },
  {
    name: 'upload-listener',
    about: 'An XMLHttpRequest that needs a preflight only because somebody listens to its upload.',
    act: ({ api }) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.upload.onprogress = () => {};
        request.onloadend = resolve;
        request.open('POST', api);
        request.send('text');
      }),
    answer: allows,
  },
  {
    name: 'beacon',
    about: 'A beacon with JSON: its preflight is of another type than itself in Chromium.',
    act: async ({ api }) => {
      navigator.sendBeacon(api, new Blob(['{}'], { type: 'application/json' }));
    },
    answer: (request) => {
      const answer = allows(request);
      if (typeof answer === 'string') return answer;
      return {
        ...answer,
        headers: [...(answer.headers ?? []), ['Access-Control-Allow-Credentials', 'true']],
      };
    },
  },
];
