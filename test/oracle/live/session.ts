import type { Exchange } from '../../../src/model/exchange.ts';
import type { EngineName, RealBrowser } from '../../browsers/browser.ts';
import type { CorsTruth } from '../../browsers/truth.ts';
import { launchWithExtension } from '../../browsers/with-extension.ts';
import { CANONICAL_PORTS, PAGE_URL, placeOf, relocated } from './addresses.ts';
import { groupBy } from './group-by.ts';
import { here, type LiveTab, openLiveTab } from './live-tab.ts';
import type { OracleCase } from './oracle-case.ts';
import type { PageResult } from './page-script.ts';
import { COOKIE_URLS, openStage, type SeenRequest, type Stage } from './stage.ts';

/** All that is known of one played case, with canonical addresses and the case's own id. */
export interface Performance {
  readonly played: OracleCase;
  readonly result: PageResult;
  /** What the browser itself said about it, in order. */
  readonly said: readonly CorsTruth[];
  /** What came in at the servers, in order. */
  readonly seen: readonly SeenRequest[];
  /** What our extension recorded of it; null if nothing. */
  readonly recorded: Exchange | null;
}

/** A real browser with our extension in it, and servers, ready to play cases. */
export interface LiveSession {
  readonly engine: EngineName;
  readonly version: string;
  /** Plays all of them in one page, some at a time; gives what came of each, in the same order. */
  play(cases: readonly OracleCase[]): Promise<readonly Performance[]>;
  close(): Promise<void>;
}

/** What a tab has played is exported with all that it plays later: it gets slower, and another is opened. */
const MOST_CASES_OF_A_TAB = 1000;

/** @param open what the servers are; by default, those that answer as their cases say, byte by byte */
export async function openLiveSession(
  engine: EngineName,
  open: () => Promise<Stage> = openStage,
): Promise<LiveSession> {
  const stage = await open();
  const browser = await launchWithExtension(engine).catch(async (error: unknown) => {
    await stage.close();
    throw error;
  });
  await fetchCookies(browser, stage);
  let lastId = 0;
  let tab: LiveTab | null = null;

  function nextId(): string {
    lastId += 1;
    return `p${lastId}`;
  }

  async function tabFor(): Promise<LiveTab> {
    if (tab !== null && tab.used < MOST_CASES_OF_A_TAB) return tab;
    await tab?.close();
    tab = await openLiveTab(browser, stage);
    return tab;
  }

  return {
    engine,
    version: browser.version,
    async play(cases) {
      const ids = cases.map(nextId);
      const local = cases.map((each, index) => onStage(each, ids[index] ?? '', stage));
      for (const each of local) stage.put(each);
      const current = await tabFor();
      const { results, said, recorded } = await current.play(local, [nextId(), nextId()]);
      const saidOf = groupBy(said, ({ url }) => placeOf(url)?.id);
      const recordedOf = groupBy(recorded, ({ hops }) => placeOf(hops[0].url)?.id);
      return cases.map((played, index) => {
        const id = ids[index] ?? '';
        const result = results.find((each) => each.id === id);
        if (result === undefined) throw new Error(`The page told nothing of ${played.id}`);
        const performance = {
          result: { ...result, id: played.id },
          said: saidOf.get(id) ?? [],
          seen: stage.take(id),
          recorded: recordedOf.get(id)?.at(-1) ?? null,
        };
        const canonical = { id: played.id, ports: CANONICAL_PORTS };
        return { played, ...relocated(performance, { id, ports: stage.ports }, canonical) };
      });
    },
    async close() {
      await browser.close();
      await stage.close();
    },
  };
}

/** The case under an id that no other has, on the ports that are listened on. */
function onStage(played: OracleCase, id: string, { ports }: Stage): OracleCase {
  return { ...relocated(played, { id: played.id, ports: CANONICAL_PORTS }, { id, ports }), id };
}

async function fetchCookies(browser: RealBrowser, { ports }: Stage): Promise<void> {
  const page = await browser.openPage(here(PAGE_URL, ports));
  await page.evaluate(
    (urls: readonly string[]) =>
      Promise.all(urls.map(async (url) => (await fetch(url, { credentials: 'include' })).status)),
    COOKIE_URLS.map((url) => here(url, ports)),
  );
  await page.close();
}
