/** What every server under test answers, by path. Below `/api/` it answers the same. */
export const ROUTES = {
  '/ok': { status: 200, headers: { 'X-Total-Count': '42', 'X-Internal': '7' } },
  '/vary': { status: 200, headers: { Vary: 'Accept-Encoding' } },
  '/boom': { status: 500, headers: {} },
  '/private': { status: 401, headers: {} },
  '/missing': { status: 404, headers: {} },
} as const satisfies Readonly<Record<string, Route>>;

interface Route {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export type RoutePath = keyof typeof ROUTES;
