import { allowed, allows, isPreflight, redirects, type StreamScenario } from './stream-scenario.ts';

/** Requests that are redirected. The first hop's path is the scenario's name, the last one's ends with `/end`. */
export const REDIRECTS: readonly StreamScenario[] = [
  {
    name: 'redirect-away',
    about: 'A same-origin GET that is redirected to another origin.',
    act: ({ page }) => fetch(page),
    answer: (request, { api }) =>
      isEnd(request) ? allows(request) : redirects(302, `${api}/redirect-away/end`),
  },
  {
    name: 'redirect-on',
    about: 'A GET that one other origin redirects to the next: the second hop’s Origin is null.',
    act: ({ api }) => fetch(api),
    answer: (request, { other }) =>
      isEnd(request) ? allows(request) : redirects(302, `${other}/redirect-on/end`, allowed(request)),
  },
  {
    name: 'redirect-home',
    about: 'A GET that another origin redirects back to the page’s own.',
    act: ({ api }) => fetch(api),
    answer: (request, { page }) =>
      isEnd(request) ? allows(request) : redirects(302, `${page}/redirect-home/end`, allowed(request)),
  },
  {
    name: 'redirect-without-header',
    about: 'A GET whose redirect lacks Access-Control-Allow-Origin.',
    act: ({ api }) => fetch(api).catch(() => {}),
    answer: (_request, { other }) => redirects(302, `${other}/redirect-without-header/end`),
  },
  {
    name: 'redirect-with-preflights',
    about: 'A PUT that is redirected with 307: each hop has a preflight.',
    act: ({ api }) => fetch(api, { method: 'PUT' }).catch(() => {}),
    answer: (request, { other }) =>
      isEnd(request) || isPreflight(request)
        ? allows(request)
        : redirects(307, `${other}/redirect-with-preflights/end`, allowed(request)),
  },
  {
    name: 'redirect-to-get',
    about: 'A POST that is redirected with 303, and so becomes a GET.',
    act: ({ api }) => fetch(api, { method: 'POST', body: 'text' }),
    answer: (request) =>
      isEnd(request) ? allows(request) : redirects(303, '/redirect-to-get/end', allowed(request)),
  },
  {
    name: 'redirect-refused-by-page',
    about: 'A GET with redirect: "error" that is redirected.',
    act: ({ api }) => fetch(api, { redirect: 'error' }).catch(() => {}),
    answer: (request, { other }) => redirects(302, `${other}/redirect-refused-by-page/end`, allowed(request)),
  },
];

function isEnd({ path }: { readonly path: string }): boolean {
  return path.endsWith('/end');
}
