import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, exportOf, openPanelOf, rowsOf } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** Each is planted in one place of a request or a response, and must be found nowhere in the extension. */
const SECRETS = {
  cookie: 'planted-cookie-5f2a91',
  setCookie: 'planted-set-cookie-77c3',
  bearer: 'planted-bearer-91be07',
  apiKey: 'planted-api-key-c0ffee',
  queryToken: 'planted-query-token-a1b2',
  locationToken: 'planted-location-token-d4',
  userPassword: 'planted-url-password-e5',
} as const;

/** What an extension page sees of the extension API: enough to read everything that is stored, and to listen in. */
interface ExtensionWindow {
  readonly browser?: ExtensionApi;
  readonly chrome: ExtensionApi;
  messages?: unknown[];
}

interface ExtensionApi {
  readonly storage: { readonly session: StorageArea; readonly local: StorageArea };
  readonly runtime: {
    connect(info: { name: string }): {
      readonly onMessage: { addListener(listener: (message: unknown) => void): void };
      postMessage(message: unknown): void;
    };
  };
}

interface StorageArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

describe.each(ENGINES)('no secret gets in, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(({ url, headers }) => {
      const cors: [string, string][] = [
        ['Access-Control-Allow-Origin', headers.origin ?? '*'],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Headers', 'Authorization, X-Api-Key'],
        ['Set-Cookie', `session=${SECRETS.setCookie}; Path=/; SameSite=Lax`],
      ];
      if (url.startsWith('/login')) return { status: 204, headers: cors };
      if (url.startsWith('/moved')) {
        return {
          status: 302,
          headers: [...cors, ['Location', `/data?access_token=${SECRETS.locationToken}`]],
        };
      }
      if (url.startsWith('/guarded')) {
        const target = `http://user:${SECRETS.userPassword}@localhost/`;
        return { status: 302, headers: [...cors, ['Location', target]] };
      }
      if (headers['access-control-request-method'] !== undefined) return { status: 204, headers: cors };
      // The answer that matters has no CORS headers, so that it is exported as a failure.
      return { status: 500, headers: cors.slice(1) };
    });
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    await panel.evaluate(listenIn, await page.tabId());
    await page.evaluate(sendSecrets, site.api, SECRETS);
    await panel.waitFor(
      () => (globalThis as { corsLens?: { rows(): unknown[] } }).corsLens?.rows().length === 5,
      [],
      {
        what: 'five exchanges',
      },
    );
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('the server got every one of them, so there was something to leak', () => {
    const all = JSON.stringify(site.received);
    for (const name of ['cookie', 'bearer', 'apiKey', 'queryToken', 'locationToken'] as const) {
      expect(all, name).toContain(SECRETS[name]);
    }
  });

  it('none is in what the extension stored', async () => {
    const stored = await panel.waitFor(readStorage, [], { what: 'the stored exchanges' });
    expect(stored).toContain('/data');
    expectNone(stored);
  });

  it('none is in what the background sent to a panel', async () => {
    const sent = await panel.waitFor(() => {
      const text = JSON.stringify((globalThis as unknown as ExtensionWindow).messages ?? []);
      return text.includes('/moved') ? text : undefined;
    });
    expectNone(sent);
  });

  it('none is in a report, nor in the rows', async () => {
    for (const text of [
      await exportOf(panel, 'markdown'),
      await exportOf(panel, 'json'),
      JSON.stringify(await rowsOf(panel)),
    ]) {
      expect(text).toContain('/data');
      expectNone(text);
    }
  });

  it('none is in what the panel shows', async () => {
    await panel.click('[data-exchange-id]');
    const shown = await panel.waitFor(() => {
      const html = document.documentElement.outerHTML;
      return html.includes('/data') ? html : undefined;
    });
    expectNone(shown);
  });

  function expectNone(text: string): void {
    for (const [name, secret] of Object.entries(SECRETS)) expect(text, name).not.toContain(secret);
  }
});

async function sendSecrets(api: string, secrets: typeof SECRETS): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: a cookie of this host is what the API on its other port gets.
  document.cookie = `sid=${secrets.cookie}; path=/`;
  await fetch(`${api}/login`, { credentials: 'include' });
  const headers = { authorization: `Bearer ${secrets.bearer}`, 'x-api-key': secrets.apiKey };
  await fetch(`${api}/data?token=${secrets.queryToken}`, { credentials: 'include' }).catch(() => undefined);
  await fetch(`${api}/data?keyed`, { headers }).catch(() => undefined);
  await fetch(`${api}/moved?once`, { credentials: 'include' }).catch(() => undefined);
  await fetch(`${api}/guarded`).catch(() => undefined);
}

/** A second listener on the background, as a panel is one. */
function listenIn(tabId: number): void {
  const own = globalThis as unknown as ExtensionWindow;
  const messages: unknown[] = [];
  own.messages = messages;
  const port = (own.browser ?? own.chrome).runtime.connect({ name: 'cors-lens/panel/1' });
  port.onMessage.addListener((message) => messages.push(message));
  port.postMessage({ kind: 'subscribe', tabId, watches: true });
}

async function readStorage(): Promise<string | undefined> {
  const own = globalThis as unknown as ExtensionWindow;
  const { storage } = own.browser ?? own.chrome;
  const text = JSON.stringify([await storage.session.get(null), await storage.local.get(null)]);
  return text.includes('/moved') ? text : undefined;
}
