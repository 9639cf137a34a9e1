import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/fixes/index.ts';
import type { BrowserPage, EngineName, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES } from '../e2e/session.ts';
import { chosenDevProxies, mayNotLack } from './chosen-servers.ts';
import { startApi } from './dev-proxies/api.ts';
import { referencePolicies } from './reference-policies.ts';
import { ROUTES } from './routes.ts';
import { type Started, startDevProxy } from './run-server.ts';

const isFull = mayNotLack();
const chosen = chosenDevProxies();

const { list } = referencePolicies('http://localhost:5173');
/** Where the page finds the API, by where the API itself has it. */
const POLICIES: readonly (readonly [name: string, prefix: string, below: string, policy: Policy])[] = [
  ['at the root of the API', '/api', '', list],
  ['below a path of the API', '/v1', '/v1', { ...list, path: '/v1/' }],
];

interface Read {
  readonly what: string;
  readonly status: number;
  readonly exposed: string | null;
  readonly internal: string | null;
}

const ASKED: readonly string[] = [...Object.keys(ROUTES).map((path) => `GET ${path}`), 'PUT /ok'];

// A file without a test is an error to Vitest.
if (chosen.length === 0) it.skip('no proxy of a development server is chosen');

describe.runIf(chosen.length > 0)('proxies of development servers', () => {
  const browsers = new Map<EngineName, RealBrowser>();

  beforeAll(async () => {
    for (const engine of ENGINES) browsers.set(engine, await launchWithExtension(engine));
  });

  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
  });

  describe.each(chosen)('$proxy.platform.name', ({ proxy, lacks }) => {
    if (lacks.length > 0) {
      if (isFull) it('can be run', () => expect(lacks).toEqual([]));
      else it.skip(`can be run, once there is ${lacks.join('; ')}`);
      return;
    }

    /** A page that it serves itself, on a host of its own, where no other has left cookies. */
    async function pageOf(engine: EngineName, { port }: Started): Promise<BrowserPage> {
      const browser = browsers.get(engine);
      if (browser === undefined) throw new Error(`${engine} was not launched.`);
      return browser.openPage(`http://dev-${port}.localhost:${port}/page.html`);
    }

    describe('without the configuration', () => {
      let api: Awaited<ReturnType<typeof startApi>>;
      let started: Started;
      beforeAll(async () => {
        api = await startApi('/api');
        started = await startDevProxy(proxy, api.port, null);
      });
      afterAll(async () => {
        await started?.stop();
        await api?.stop();
      });

      it.each(ENGINES)('%s doesn’t reach the API', async (engine) => {
        const page = await pageOf(engine, started);
        expect((await ask(page, '/api', ['GET /ok'])).map(({ exposed }) => exposed)).toEqual([null]);
      });
    });

    describe.each(POLICIES)('for what is %s', (_name, prefix, below, policy) => {
      let api: Awaited<ReturnType<typeof startApi>>;
      let started: Started;
      beforeAll(async () => {
        api = await startApi(below);
        started = await startDevProxy(proxy, api.port, policy);
      });
      afterAll(async () => {
        await started?.stop();
        await api?.stop();
      });

      it.each(ENGINES)('%s lets script read everything, with cookies', async (engine) => {
        const page = await pageOf(engine, started);
        expect(await ask(page, prefix, ASKED)).toEqual(
          ASKED.map((what) => {
            const isOk = what.endsWith('/ok');
            const status = Object.entries(ROUTES).find(([path]) => what.endsWith(path))?.[1].status;
            return { what, status, exposed: isOk ? '42' : null, internal: isOk ? '7' : null };
          }),
        );
        const statuses = async (...what: readonly string[]): Promise<readonly number[]> => {
          const all: number[] = [];
          for (const each of what) all.push(...(await ask(page, prefix, [each])).map(({ status }) => status));
          return all;
        };
        expect(await statuses('GET /who', 'GET /sign-in', 'GET /who')).toEqual([
          401,
          200,
          proxy.rewritesCookies ? 200 : 401,
        ]);
      });
    });
  });
});

/** Has script of a page ask its own origin; a browser that refuses is an error. */
function ask(page: BrowserPage, prefix: string, asked: readonly string[]): Promise<readonly Read[]> {
  return page.evaluate(
    async (base: string, all: readonly string[]) =>
      Promise.all(
        all.map(async (what) => {
          const [method = '', path = ''] = what.split(' ');
          const answer = await fetch(`${base}${path}`, { method, headers: { 'X-Request-Id': 'x' } });
          return {
            what,
            status: answer.status,
            exposed: answer.headers.get('x-total-count'),
            internal: answer.headers.get('x-internal'),
          };
        }),
      ),
    prefix,
    asked,
  );
}
