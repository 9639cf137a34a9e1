import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, EngineName, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf } from '../e2e/session.ts';
import { askAsPage, everythingRead, nothingRead } from './as-a-page.ts';
import { chosenServers, mayNotLack } from './chosen-servers.ts';
import { at, PROBES } from './probes.ts';
import { policiesFor, referencePolicies } from './reference-policies.ts';
import { type Started, startServer } from './run-server.ts';
import { startTwoPages, type TwoPages } from './two-pages.ts';

const isFull = mayNotLack();
const chosen = chosenServers();

interface Pages {
  readonly browser: RealBrowser;
  readonly allowed: BrowserPage;
  readonly stranger: BrowserPage;
  readonly panel: BrowserPage;
}

let pages: TwoPages;
const browsers = new Map<EngineName, Pages>();

beforeAll(async () => {
  pages = await startTwoPages();
  for (const engine of ENGINES) {
    const browser = await launchWithExtension(engine);
    const allowed = await browser.openPage(`${pages.allowed}/`);
    browsers.set(engine, {
      browser,
      allowed,
      stranger: await browser.openPage(`${pages.stranger}/`),
      panel: await openPanelOf(browser, allowed),
    });
  }
});

afterAll(async () => {
  for (const { browser } of browsers.values()) await browser.close();
  await pages?.close();
});

function pagesOf(engine: EngineName): Pages {
  const found = browsers.get(engine);
  if (found === undefined) throw new Error(`${engine} was not launched.`);
  return found;
}

// A file without a test is an error to Vitest.
if (chosen.length === 0) it.skip('no server is chosen');

describe.each(chosen)('$server.platform.name', ({ server, lacks }) => {
  if (lacks.length > 0) {
    // Whoever has not installed it sees that it was left out; where everything has to be proven, that is a failure.
    if (isFull) it(`can be run`, () => expect(lacks).toEqual([]));
    else it.skip(`can be run, once there is ${lacks.join('; ')}`);
    return;
  }

  describe('without the configuration', () => {
    let started: Started;
    beforeAll(async () => {
      started = await startServer(server, null);
    });
    afterAll(() => started?.stop());

    it.each(ENGINES)('fails in %s with the cause that the panel names', async (engine) => {
      const { allowed, panel } = pagesOf(engine);
      const url = `http://api.localhost:${started.port}/ok?without`;
      const outcome = await allowed.evaluate(
        (to: string) =>
          fetch(to, { method: 'PUT', headers: { 'X-Request-Id': 'x' } }).then(
            () => 'read',
            () => 'refused',
          ),
        url,
      );
      const row = await rowOf(panel, url);
      expect({ outcome, cause: row.cause }).toEqual({ outcome: 'refused', cause: server.causeWithout });
    });
  });

  describe.each(policiesFor(server.platform, 'http://app.localhost').map(([name]) => name))(
    'with the configuration for the policy "%s"',
    (name) => {
      let started: Started;
      // Its origin is known only when the pages are there.
      const policy = () => {
        const found = policiesFor(server.platform, pages.allowed).find(([each]) => each === name)?.[1];
        return found ?? referencePolicies(pages.allowed).list;
      };
      beforeAll(async () => {
        started = await startServer(server, policy());
      });
      afterAll(() => started?.stop());

      const template = policiesFor(server.platform, 'http://app.localhost').find(
        ([each]) => each === name,
      )?.[1];
      const probes = PROBES.filter(
        ({ id, concerns }) =>
          template !== undefined && concerns(server.role, template) && server.otherwise?.[id] === undefined,
      );
      it.each(probes)('$id', async ({ complaints }) => {
        expect(await complaints({ port: started.port, policy: policy() })).toEqual([]);
      });

      it.each(ENGINES)('%s lets script read what it should, and nothing else', async (engine) => {
        const { allowed, stranger, panel } = pagesOf(engine);
        const { credentials, origins } = policy();
        const base = `http://api.localhost:${started.port}${at(policy(), '')}`;
        const mode = credentials ? 'include' : 'omit';
        expect(await askAsPage(allowed, base, mode)).toEqual(everythingRead());
        expect(await askAsPage(stranger, base, mode)).toEqual(
          origins === '*' ? everythingRead() : nothingRead(),
        );
        expect((await rowOf(panel, `${base}/ok`, 2)).verdict).toBe('allowed');
        // Credentials are let through by the policy that says so, and by no other.
        if (!credentials) expect(await askAsPage(allowed, base, 'include')).toEqual(nothingRead());
      });

      describe.each(server.fromScript ?? [])('$what', (does) => {
        it.each(ENGINES)('gives each page what it should in %s', async (engine) => {
          const { allowed, stranger } = pagesOf(engine);
          const { credentials, origins } = policy();
          const base = `http://api.localhost:${started.port}`;
          const mode = credentials ? 'include' : 'omit';
          expect(await allowed.evaluate(does.run, base, mode)).toBe(does.allowed);
          expect(await stranger.evaluate(does.run, base, mode)).toBe(
            origins === '*' ? does.allowed : does.stranger,
          );
        });
      });
    },
  );
});
