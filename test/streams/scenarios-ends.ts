import { allowed, allows, isPreflight, type StreamScenario } from './stream-scenario.ts';

/** Requests that end without an answer, or in the midst of one. */
export const ENDS: readonly StreamScenario[] = [
  {
    name: 'not-connected',
    about: 'A GET to a port where nobody listens.',
    act: ({ nobody }) => fetch(nobody).catch(() => {}),
    answer: () => 'close',
  },
  {
    name: 'connection-closed',
    about: 'A GET whose connection is closed without an answer.',
    act: ({ api }) => fetch(api).catch(() => {}),
    answer: () => 'close',
  },
  {
    name: 'cut-off',
    about: 'A response whose body ends before its Content-Length.',
    act: async ({ api }) => {
      await fetch(api)
        .then((response) => response.text())
        .catch(() => {});
    },
    answer: (request) => ({ headers: allowed(request), body: '{', cut: true }),
  },
  {
    name: 'aborted',
    about: 'A GET that script aborts before there is an answer.',
    act: ({ api }) => fetch(api, { signal: AbortSignal.timeout(300) }).catch(() => {}),
    answer: () => 'hang',
  },
  {
    name: 'aborted-in-preflight',
    about: 'A PUT that script aborts while its preflight runs. Chromium never tells the preflight’s end.',
    act: ({ api }) => fetch(api, { method: 'PUT', signal: AbortSignal.timeout(300) }).catch(() => {}),
    answer: (request) => (isPreflight(request) ? 'hang' : allows(request)),
  },
  {
    name: 'frame-removed',
    about: 'A GET of a frame that is removed before there is an answer.',
    act: async ({ api }) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script>fetch(${JSON.stringify(api)})</script>`;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 500));
      frame.remove();
    },
    answer: () => 'hang',
  },
  {
    name: 'navigated-away',
    about: 'A GET whose page is left before there is an answer.',
    act: async ({ api }) => {
      fetch(api).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 300));
      location.assign('/next');
    },
    answer: () => 'hang',
  },
  {
    name: 'kept-alive',
    about: 'A POST with keepalive whose page is left before there is an answer.',
    act: async ({ api }) => {
      fetch(api, { method: 'POST', body: 'text', keepalive: true }).catch(() => {});
      location.assign('/next');
    },
    answer: allows,
  },
];
