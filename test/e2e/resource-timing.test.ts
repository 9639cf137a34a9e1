import { afterEach, expect, it } from 'vitest';
import type { BrowserDocument, RealBrowser } from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { type Answer, type Received, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

let browser: RealBrowser | undefined;
let site: TwoOrigins | undefined;

afterEach(async () => {
  await browser?.close();
  await site?.close();
});

/** Answers that are readable or not by the credentials mode alone. */
function answer({ url, headers }: Received): Answer {
  if (url.startsWith('/moved')) return { status: 302, headers: [['Location', '/any'], ...anyOrigin] };
  if (url.startsWith('/exact')) {
    return { headers: [['Access-Control-Allow-Origin', headers.origin ?? '']], body: '{}' };
  }
  return { headers: anyOrigin, body: '{}' };
}

const anyOrigin: readonly (readonly [string, string])[] = [['Access-Control-Allow-Origin', '*']];

/** Every request that settles has its own path; both of the last have the same. */
const REQUESTS: readonly { readonly path: string; readonly credentials: RequestCredentials }[] = [
  { path: '/any-default', credentials: 'same-origin' },
  { path: '/any-omit?token=0123456789abcdef0123#part', credentials: 'omit' },
  { path: '/any-include', credentials: 'include' },
  { path: '/exact-default', credentials: 'same-origin' },
  { path: '/exact-include', credentials: 'include' },
  { path: '/moved-default', credentials: 'same-origin' },
  { path: '/moved-include', credentials: 'include' },
];

function conclusionsOf(panel: BrowserDocument, path: string): Promise<readonly (readonly string[])[]> {
  return panel.evaluate(
    (wanted: string) =>
      ((globalThis as PanelWindow).corsLens?.rows() ?? [])
        .filter((row) => new URL(row.url).pathname === wanted)
        .map((row) => [row.verdict, row.cause ?? '']),
    path,
  );
}

it("the page's Resource Timing settles what Firefox hides", async () => {
  site = await startTwoOrigins(answer);
  browser = await launchWithExtension('firefox', { devtools: true });
  const page = await browser.openPage(`${site.page}/`);
  const panel = await browser.openDevToolsPanel(page);
  const readable = await page.evaluate(
    async (api: string, requests: typeof REQUESTS) => {
      const reads = async (url: string, credentials: RequestCredentials) =>
        fetch(url, { credentials }).then(
          () => true,
          () => false,
        );
      const answers: boolean[] = [];
      for (const { path, credentials } of requests) answers.push(await reads(`${api}${path}`, credentials));
      await Promise.all([reads(`${api}/both`, 'omit'), reads(`${api}/both`, 'include')]);
      const worker = new Worker(
        URL.createObjectURL(new Blob([`fetch('${api}/worker').then(() => postMessage('answered'))`])),
      );
      await new Promise((resolve) => worker.addEventListener('message', resolve));
      // So that there is an end to wait for: what is asked about last is also settled last.
      answers.push(await reads(`${api}/last`, 'omit'));
      return answers;
    },
    site.api,
    REQUESTS,
  );
  expect(readable).toEqual([true, true, false, true, false, true, false, true]);

  await panel.waitFor(
    () =>
      (globalThis as PanelWindow).corsLens
        ?.rows()
        .some((row) => row.url.endsWith('/last') && row.verdict === 'allowed'),
    [],
    { what: 'the last request to be settled' },
  );
  const verdicts = await Promise.all(
    REQUESTS.map(async ({ path }) => (await conclusionsOf(panel, path.replace(/[?#].*/, '')))[0]?.[0]),
  );
  expect(verdicts).toEqual(['allowed', 'allowed', 'blocked', 'allowed', 'blocked', 'allowed', 'blocked']);
  expect(await conclusionsOf(panel, '/any-include')).toEqual([['blocked', 'wildcard-with-credentials']]);
  expect(await conclusionsOf(panel, '/exact-include')).toEqual([['blocked', 'allow-credentials-missing']]);
  // Which of the two was which can't be told if they ran at the same time; wrong it may never be.
  const [omitted, included] = await conclusionsOf(panel, '/both');
  expect(['unknown', 'allowed']).toContain(omitted?.[0]);
  expect(['unknown', 'blocked']).toContain(included?.[0]);
  // A worker's timing is its own, and nobody can ask it.
  expect((await conclusionsOf(panel, '/worker')).map(([verdict]) => verdict)).toEqual(['unknown']);
});
