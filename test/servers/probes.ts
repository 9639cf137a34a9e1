import type { Policy } from '../../src/fixes/index.ts';
import { ROUTES, type RoutePath } from './routes.ts';
import { type Answer, send } from './send.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/** One thing that has to hold of a server that answers by a policy. Sent without a browser, which would hide most of it. */
export interface Probe {
  readonly id: ProbeId;
  /** Whether it is about such a server and policy. */
  readonly concerns: (role: ServerUnderTest['role'], policy: Policy) => boolean;
  /** Everything that isn't as it should be; empty if nothing. */
  readonly complaints: (probed: Probed) => Promise<readonly string[]>;
}

export interface Probed {
  readonly port: number;
  readonly policy: Policy;
}

export type ProbeId = (typeof PROBE_IDS)[number];

const PROBE_IDS = [
  'preflight of every allowed origin',
  'preflight of a path without a route',
  'preflight of a path that asks for a sign-in',
  'answers of all statuses',
  'an answer to PUT',
  'Vary keeps what was there',
  'an upstream that doesn’t answer',
  'an upstream that sends CORS headers too',
  'preflights vary by origin',
  'a method and a header that the policy hasn’t',
  'preflights of origins that look alike',
  'answers to origins that look alike',
  'answers to others vary by origin',
  'an answer without an origin',
  'paths beyond the policy',
] as const;

/** A page of the reference policy asks with these. */
const ASKED = {
  'Access-Control-Request-Method': 'PUT',
  'Access-Control-Request-Headers': 'content-type,x-request-id',
};

const always = (): boolean => true;
const listed = (_role: ServerUnderTest['role'], { origins }: Policy): boolean => origins !== '*';

const BY_ID: Readonly<Record<ProbeId, Omit<Probe, 'id'>>> = {
  'preflight of every allowed origin': {
    concerns: always,
    complaints: (probed) => each(originsOf(probed.policy), (origin) => preflight(probed, origin, '/ok')),
  },
  'preflight of a path without a route': {
    concerns: always,
    complaints: (probed) => preflight(probed, originsOf(probed.policy)[0], '/missing'),
  },
  'preflight of a path that asks for a sign-in': {
    concerns: always,
    complaints: (probed) => preflight(probed, originsOf(probed.policy)[0], '/private'),
  },
  'answers of all statuses': {
    concerns: always,
    complaints: ({ port, policy }) =>
      each(originsOf(policy), (origin) =>
        each(Object.keys(ROUTES) as RoutePath[], async (route) =>
          // The same with and without cookies: what a server may send never depends on them.
          each([{}, { Cookie: 'session=1' }], async (more) => {
            const path = at(policy, route);
            const answer = await send(port, 'GET', path, { Origin: origin, ...more });
            return [
              ...(answer.status === ROUTES[route].status ? [] : [`GET ${path}: status ${answer.status}`]),
              ...allows(answer, policy, origin, `GET ${path}`),
            ];
          }),
        ),
      ),
  },
  'an answer to PUT': {
    concerns: always,
    complaints: async ({ port, policy }) => {
      const [origin] = originsOf(policy);
      const path = at(policy, '/ok');
      const answer = await send(port, 'PUT', path, { Origin: origin, 'Content-Length': '0' });
      return [
        ...(answer.status === 200 ? [] : [`PUT ${path}: status ${answer.status}`]),
        ...allows(answer, policy, origin, `PUT ${path}`),
      ];
    },
  },
  'Vary keeps what was there': {
    concerns: always,
    complaints: async ({ port, policy }) => {
      const answer = await send(port, 'GET', at(policy, '/vary'), { Origin: originsOf(policy)[0] });
      return varies(answer, 'accept-encoding') ? [] : ['Accept-Encoding is lost'];
    },
  },
  'an upstream that doesn’t answer': {
    concerns: (role) => role === 'proxy',
    complaints: async ({ port, policy }) => {
      const [origin] = originsOf(policy);
      const path = at(policy, '/dead');
      const answer = await send(port, 'GET', path, { Origin: origin });
      return [
        ...([502, 503, 504].includes(answer.status) ? [] : [`GET ${path}: status ${answer.status}`]),
        ...allows(answer, policy, origin, `GET ${path}`),
      ];
    },
  },
  'an upstream that sends CORS headers too': {
    concerns: (role) => role === 'proxy',
    complaints: async ({ port, policy }) => {
      const path = at(policy, '/dup');
      const [origin] = originsOf(policy);
      const own = allows(await send(port, 'GET', path, { Origin: origin }), policy, origin, `GET ${path}`);
      if (policy.origins === '*') return own;
      const strange = await send(port, 'GET', path, { Origin: 'https://evil.example' });
      return [...own, ...refuses(strange, `GET ${path} of https://evil.example`)];
    },
  },
  'preflights vary by origin': {
    concerns: listed,
    complaints: ({ port, policy }) =>
      each([originsOf(policy)[0], 'https://evil.example'], async (origin) => {
        const answer = await send(port, 'OPTIONS', at(policy, '/ok'), { Origin: origin, ...ASKED });
        return varies(answer, 'origin') ? [] : [`preflight of ${origin}: no Vary: Origin`];
      }),
  },
  'a method and a header that the policy hasn’t': {
    concerns: always,
    complaints: async ({ port, policy }) => {
      const asked = {
        'Access-Control-Request-Method': 'PURGE',
        'Access-Control-Request-Headers': 'x-unheard-of',
      };
      const headers = { Origin: originsOf(policy)[0], ...asked };
      const answer = await send(port, 'OPTIONS', at(policy, '/ok'), headers);
      const allowed = [
        ...tokensOf(answer, 'Access-Control-Allow-Methods'),
        ...tokensOf(answer, 'Access-Control-Allow-Headers'),
      ];
      return allowed
        .filter((each) => ['*', 'purge', 'x-unheard-of'].includes(each))
        .map((each) => `${each} is allowed`);
    },
  },
  'preflights of origins that look alike': {
    concerns: listed,
    complaints: ({ port, policy }) =>
      each(lookAlikes(policy), async (origin) => {
        const answer = await send(port, 'OPTIONS', at(policy, '/ok'), { Origin: origin, ...ASKED });
        return refuses(answer, `preflight of ${origin}`);
      }),
  },
  'answers to origins that look alike': {
    concerns: listed,
    complaints: ({ port, policy }) =>
      each(lookAlikes(policy), async (origin) =>
        refuses(await send(port, 'GET', at(policy, '/ok'), { Origin: origin }), `GET of ${origin}`),
      ),
  },
  'answers to others vary by origin': {
    concerns: listed,
    complaints: ({ port, policy }) =>
      each([{ Origin: 'https://evil.example' }, {}], async (headers) => {
        const answer = await send(port, 'GET', at(policy, '/ok'), headers);
        return varies(answer, 'origin') ? [] : [`GET with ${JSON.stringify(headers)}: no Vary: Origin`];
      }),
  },
  'an answer without an origin': {
    concerns: listed,
    complaints: async ({ port, policy }) =>
      refuses(await send(port, 'GET', at(policy, '/ok'), {}), 'GET without Origin'),
  },
  'paths beyond the policy': {
    concerns: (_role, { path }) => path !== null,
    complaints: ({ port, policy }) =>
      each(['/ok', '/missing'], async (path) => {
        const answer = await send(port, 'GET', path, { Origin: originsOf(policy)[0] });
        return refuses(answer, `GET ${path}`);
      }),
  },
};

export const PROBES: readonly Probe[] = PROBE_IDS.map((id) => ({ id, ...BY_ID[id] }));

/** The path of a route to which the policy applies. */
export function at({ path }: Policy, route: string): string {
  return path === null ? route : `${path.replace(/\/$/, '')}${route}`;
}

/** Origins whose pages the policy lets through. */
export function originsOf({ origins }: Policy): readonly [string, ...string[]] {
  if (origins === '*') return ['https://anybody.example'];
  const [first, ...others] = origins;
  if (first === undefined) throw new Error('A policy allows at least one origin.');
  return [first, ...others];
}

/** Origins that a careless comparison takes for an allowed one. */
function lookAlikes(policy: Policy): readonly string[] {
  const [allowed] = originsOf(policy);
  const { protocol, hostname, port } = new URL(allowed);
  return [
    'https://evil.example',
    'null',
    `${allowed}.evil.test`,
    `${allowed}1`,
    `${protocol}//evil${hostname}:${port}`,
    `${protocol}//${hostname.replace('.', 'x')}:${port}`,
    `${protocol}//sub.${hostname}:${port}`,
    `${protocol === 'http:' ? 'https:' : 'http:'}//${hostname}:${port}`,
    `${protocol}//${hostname}`,
    `http://evil.test/${allowed}`,
  ];
}

async function preflight(
  { port, policy }: Probed,
  origin: string,
  route: string,
): Promise<readonly string[]> {
  const path = at(policy, route);
  const what = `preflight ${path} of ${origin}`;
  const answer = await send(port, 'OPTIONS', path, { Origin: origin, ...ASKED });
  const has = (name: string, value: string): readonly string[] =>
    tokensOf(answer, name).includes(value) ? [] : [`${what}: no ${value} in ${name}`];
  return [
    ...(answer.status >= 200 && answer.status < 300 ? [] : [`${what}: status ${answer.status}`]),
    ...allows(answer, policy, origin, what, { preflight: true }),
    ...has('Access-Control-Allow-Methods', 'put'),
    ...policy.headers.flatMap((name) => has('Access-Control-Allow-Headers', name)),
    ...(policy.maxAge === null ? [] : has('Access-Control-Max-Age', String(policy.maxAge))),
  ];
}

function allows(
  answer: Answer,
  { origins, credentials, exposed }: Policy,
  origin: string,
  what: string,
  { preflight = false } = {},
): readonly string[] {
  const is = (name: string, expected: readonly string[]): readonly string[] => {
    const found = answer.lines(name);
    return found.join('\n') === expected.join('\n')
      ? []
      : [`${what}: ${name} is ${JSON.stringify(found)}, should be ${JSON.stringify(expected)}`];
  };
  return [
    ...is('Access-Control-Allow-Origin', [origins === '*' ? '*' : origin]),
    ...is('Access-Control-Allow-Credentials', credentials ? ['true'] : []),
    ...(preflight ? [] : exposed).flatMap((name) =>
      tokensOf(answer, 'Access-Control-Expose-Headers').includes(name)
        ? []
        : [`${what}: ${name} isn’t exposed`],
    ),
    ...(preflight || origins === '*' || varies(answer, 'origin') ? [] : [`${what}: no Vary: Origin`]),
  ];
}

function refuses(answer: Answer, what: string): readonly string[] {
  const found = answer.lines('Access-Control-Allow-Origin');
  return found.length === 0 ? [] : [`${what}: Access-Control-Allow-Origin is ${JSON.stringify(found)}`];
}

function varies(answer: Answer, name: string): boolean {
  return tokensOf(answer, 'Vary').includes(name);
}

function tokensOf(answer: Answer, name: string): readonly string[] {
  return answer.lines(name).flatMap((line) => line.toLowerCase().split(/\s*,\s*/));
}

async function each<T>(
  items: readonly T[],
  complaints: (item: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const item of items) all.push(...(await complaints(item)));
  return all;
}
