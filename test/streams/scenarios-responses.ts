import { allowed, allows, type StreamScenario } from './stream-scenario.ts';

/** Requests without a preflight. */
export const RESPONSES: readonly StreamScenario[] = [
  {
    name: 'allowed',
    about: 'A GET whose response script may read.',
    act: ({ api }) => fetch(api),
    answer: allows,
  },
  {
    name: 'blocked',
    about: 'A GET whose response lacks Access-Control-Allow-Origin.',
    act: ({ api }) => fetch(api).catch(() => {}),
    answer: () => ({ body: '{}' }),
  },
  {
    name: 'blocked-error',
    about: 'A GET that is answered with a 500 whose page lacks Access-Control-Allow-Origin.',
    act: ({ api }) => fetch(api).catch(() => {}),
    answer: () => ({ status: 500, headers: [['Content-Type', 'text/html']], body: 'Internal Server Error' }),
  },
  {
    name: 'two-header-lines',
    about: 'A response with two lines of Access-Control-Allow-Origin: apart in Chromium, joined in Firefox.',
    act: ({ api }) => fetch(api).catch(() => {}),
    answer: (request) => ({
      headers: [...allowed(request), ['Access-Control-Allow-Origin', '*']],
      body: '{}',
    }),
  },
  {
    name: 'with-cookie',
    about: 'A GET with credentials, which sends the cookie that an answer before has set.',
    act: async ({ api }) => {
      await fetch(api, { credentials: 'include' });
      await fetch(api, { credentials: 'include' });
    },
    answer: (request) => ({
      headers: [
        ...allowed(request),
        ['Access-Control-Allow-Credentials', 'true'],
        ['Set-Cookie', 'session=a-secret; Path=/with-cookie'],
      ],
      body: '{}',
    }),
  },
  {
    name: 'not-modified',
    about: 'A GET, then the same one again, which the server answers with 304.',
    act: async ({ api }) => {
      await fetch(api);
      await fetch(api, { cache: 'no-cache' });
    },
    answer: (request) =>
      request.headers['if-none-match'] === undefined
        ? { headers: [...allowed(request), ['ETag', '"1"']], body: '{}' }
        : { status: 304, headers: [...allowed(request), ['ETag', '"1"']] },
  },
  {
    name: 'blocked-from-cache',
    about: 'An image without CORS, then a fetch that gets that response, without the header, from the cache.',
    act: async ({ api }) => {
      const image = new Image();
      image.src = api;
      await image.decode().catch(() => {});
      await fetch(api, { cache: 'force-cache' }).catch(() => {});
    },
    answer: () => ({
      headers: [
        ['Content-Type', 'image/svg+xml'],
        ['Cache-Control', 'max-age=3600'],
      ],
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    }),
  },
  {
    name: 'event-source',
    about: 'An EventSource whose stream ends when the page closes it.',
    act: ({ api }) =>
      new Promise((resolve) => {
        const source = new EventSource(api);
        source.onmessage = () => resolve(source.close());
      }),
    answer: (request) => ({
      headers: [...allowed(request), ['Content-Type', 'text/event-stream']],
      body: 'retry: 100000\ndata: 1\n\n',
      cut: true,
    }),
  },
  {
    name: 'image-crossorigin',
    about: 'An image with crossorigin whose response lacks Access-Control-Allow-Origin.',
    act: ({ api }) => {
      const image = new Image();
      image.crossOrigin = 'anonymous';
      image.src = api;
      return image.decode().catch(() => {});
    },
    answer: () => ({
      headers: [['Content-Type', 'image/svg+xml']],
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    }),
  },
  {
    name: 'font',
    about: 'A font; Chromium looks for it in its cache first, and reports that as a request of its own.',
    act: ({ api }) => new FontFace('a', `url(${api})`).load().catch(() => {}),
    answer: () => ({ headers: [['Content-Type', 'font/woff2']], body: 'no font' }),
  },
];
