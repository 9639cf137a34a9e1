import { SEND_UNSAFE } from './unknown-values.ts';

/** What the tests of a file share; each stands in it only if one of them calls it. */
export const HELPERS: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'openPageOf',
    text: `/** Opens an empty page of that origin, which nobody has to serve. */
async function openPageOf(page: Page, origin: string): Promise<void> {
  const url = \`\${origin}/\`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(url);
  // While Playwright routes anything, it answers preflights itself.
  await page.unroute(url);
  // Chromium asks before a page may reach this computer's own network; other browsers know no such permission.
  await page.context().grantPermissions(['local-network-access'], { origin }).catch(() => {});
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
}`,
  },
  {
    name: 'fetchFrom',
    text: `/** Has the page fetch that: null if its script may read the answer, or else the browser's error. */
function fetchFrom(page: Page, url: string, init: RequestInit): Promise<string | null> {
  return page.evaluate(
    ({ url, init }) =>
      fetch(url, init).then(
        () => null,
        (error) => String(error),
      ),
    { url, init },
  );
}`,
  },
  {
    name: 'setCookies',
    text: `/** Gives the browser cookies for that URL: \`name=value; name=value\`. */
async function setCookies(page: Page, url: string, cookies: string): Promise<void> {
  const crossSite = url.startsWith('https:') ? { secure: true, sameSite: 'None' as const } : {};
  const list = cookies.split(/; */).map((cookie) => {
    const at = cookie.indexOf('=');
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url, ...crossSite };
  });
  await page.context().addCookies(list);
}`,
  },
  {
    name: 'expectPreflightAllows',
    text: `/** Asks what a browser asks before such a request, and reads the answer as the Fetch standard does. */
async function expectPreflightAllows(
  request: APIRequestContext,
  url: string,
  asked: { origin: string; credentials: boolean; method: string; headers: string[] },
): Promise<void> {
  const headers: Record<string, string> = {
    Origin: asked.origin,
    'Access-Control-Request-Method': asked.method,
  };
  if (asked.headers.length > 0) headers['Access-Control-Request-Headers'] = asked.headers.join(',');
  const answer = await request.fetch(url, { method: 'OPTIONS', headers, maxRedirects: 0 });
  const lines = (name: string) =>
    answer
      .headersArray()
      .filter((header) => header.name.toLowerCase() === name.toLowerCase())
      .map(({ value }) => value.trim());
  const listed = (name: string) => lines(name).flatMap((line) => line.split(',').map((item) => item.trim()));
  const wildcard = (items: string[]) => !asked.credentials && items.includes('*');

  expect(answer.ok(), \`a preflight's status must be 200 to 299, not \${answer.status()}\`).toBe(true);
  const origins = asked.credentials ? [asked.origin] : [asked.origin, '*'];
  const allowed = lines('Access-Control-Allow-Origin');
  expect(allowed, 'Access-Control-Allow-Origin must be there exactly once').toHaveLength(1);
  expect(origins, 'Access-Control-Allow-Origin must be one of these').toContain(allowed[0]);
  if (asked.credentials) {
    expect(lines('Access-Control-Allow-Credentials'), 'Access-Control-Allow-Credentials').toEqual(['true']);
  }
  const methods = listed('Access-Control-Allow-Methods');
  if (!wildcard(methods)) {
    expect(['GET', 'HEAD', 'POST', ...methods], 'Access-Control-Allow-Methods').toContain(asked.method);
  }
  const names = listed('Access-Control-Allow-Headers').map((name) => name.toLowerCase());
  for (const name of asked.headers) {
    if (wildcard(names) && name !== 'authorization') continue;
    expect(names, 'Access-Control-Allow-Headers').toContain(name);
  }
}`,
  },
  {
    name: 'expectSendingUnsafe',
    text: `/** Fails where nobody has said that requests may be sent that may change data. */
function expectSendingUnsafe(): void {
  expect(sendsUnsafe, 'Set ${SEND_UNSAFE}=1 to have this request sent, which may change data. Without it there is nothing to see: its answer was wrong').toBe(true);
}`,
  },
  {
    name: 'fromEnvironment',
    text: `/** A value that the recording has not. */
function fromEnvironment(variable: string, what: string): string {
  const value = process.env[variable];
  expect(value, \`Set the environment variable \${variable}: \${what}\`).toBeTruthy();
  return value ?? '';
}`,
  },
];
