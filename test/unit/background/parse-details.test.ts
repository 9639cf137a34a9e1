import { describe, expect, it } from 'vitest';
import { type ParseContext, parseDetails } from '../../../src/background/parse-details.ts';
import { urlKey } from '../../../src/background/url-key.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { API, type EngineName, PAGE } from './event-streams.ts';

const context = (engine: EngineName, change: Partial<ParseContext> = {}): ParseContext => ({
  engine,
  ownOrigin: engine === 'firefox' ? 'moz-extension://own' : 'chrome-extension://own',
  salt: 'salt',
  isFollowed: () => false,
  isResumed: false,
  isInScope: () => true,
  ...change,
});

const details = (change: Partial<WebRequestDetails> = {}): WebRequestDetails => ({
  requestId: '1',
  url: API,
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 0,
  timeStamp: 1,
  initiator: PAGE,
  ...change,
});

const asksForPut = { name: 'Access-Control-Request-Method', value: 'PUT' };

describe('an event is read', () => {
  it.each([
    ['imageset', 'image'],
    ['json', 'script'],
    ['ping', 'beacon'],
    ['beacon', 'beacon'],
    ['web_manifest', 'other'],
    ['font', 'font'],
  ])('%s counts as %s', (type, expected) => {
    expect(parseDetails('before-request', details({ type }), context('chromium'))?.type).toBe(expected);
  });

  it.each([
    ['the document’s URL', { originUrl: `${PAGE}/page?x#y` }, PAGE],
    ['a blob worker’s URL', { originUrl: `blob:${PAGE}/1234` }, PAGE],
    ['a data: document', { originUrl: 'data:text/html,x' }, 'null'],
    ['nothing (a sandboxed frame)', {}, 'null'],
    ['another extension', { originUrl: 'moz-extension://other/page.html' }, 'moz-extension://other'],
  ])('Firefox names the initiator by %s', (_, change, expected) => {
    const { initiator: __, ...rest } = details(change);
    expect(parseDetails('before-request', rest, context('firefox'))?.initiator).toBe(expected);
  });

  it.each([
    ['chromium', { binaryValue: [104, 0xe4] }, 'h\u00e4'],
    ['chromium', { value: 'h\u00e4' }, 'h\u00c3\u00a4'],
    ['chromium', { value: '\u20ac' }, '\u00e2\u0082\u00ac'],
    ['chromium', { value: 'plain' }, 'plain'],
    ['firefox', { value: 'h\u00e4' }, 'h\u00e4'],
    ['firefox', { value: 'h\u00c3\u00a4' }, 'h\u00c3\u00a4'],
  ] as const)('a header value has one character for each byte, in %s: %j', (engine, header, expected) => {
    const event = parseDetails(
      'headers-received',
      details({ statusCode: 200, responseHeaders: [{ name: 'x-a', ...header }] }),
      context(engine, { isFollowed: () => true }),
    );
    expect(event).toMatchObject({ response: { headers: [['x-a', expected]] } });
  });

  it('redirects are masked and have no fragment', () => {
    const redirectUrl = 'https://other.example/cb?code=4711#top';
    const event = parseDetails('redirect', details({ statusCode: 302, redirectUrl }), context('chromium'));
    expect(event).toMatchObject({ redirectUrl: 'https://other.example/cb?code=masked-4', toItself: false });
  });
});

describe('an event is dropped', () => {
  it.each<[string, Partial<WebRequestDetails>, Partial<ParseContext>]>([
    ['if it is same-origin', { url: `${PAGE}/x` }, {}],
    ['if its tab is out of scope', {}, { isInScope: () => false }],
    ['if it is our own', { initiator: 'chrome-extension://own' }, {}],
  ])('%s', (_, change, scope) => {
    expect(parseDetails('before-request', details(change), context('chromium', scope))).toBeNull();
  });

  it.each<[string, EngineName, Partial<WebRequestDetails>, string]>([
    ['Chromium, which names it', 'chromium', {}, PAGE],
    ['Firefox, a document', 'firefox', { originUrl: `${PAGE}/a`, documentUrl: `${PAGE}/a` }, PAGE],
    [
      'Firefox, its stylesheet',
      'firefox',
      { originUrl: 'https://cdn.example/a.css', documentUrl: PAGE },
      PAGE,
    ],
    ['Firefox, a sandboxed frame', 'firefox', {}, 'null'],
  ])('or not by the origin of its document: %s', (_, engine, change, expected) => {
    const asked: unknown[] = [];
    const isInScope: ParseContext['isInScope'] = (...of) => asked.push(of) > 0;
    parseDetails('before-request', details(change), context(engine, { isInScope }));
    expect(asked).toEqual([[1, 0, expected]]);
  });

  it('but not if it belongs to a request that is followed, wherever that has got to', () => {
    const followed = context('chromium', { isFollowed: () => true, isInScope: () => false });
    expect(parseDetails('completed', details({ url: `${PAGE}/x` }), followed)).not.toBeNull();
  });

  it.each<[string, Partial<WebRequestDetails>, boolean]>([
    ['a preflight', { method: 'OPTIONS', requestHeaders: [asksForPut] }, true],
    ['an OPTIONS of the page', { method: 'OPTIONS', requestHeaders: [{ name: 'X-A', value: '1' }] }, false],
    ['an OPTIONS of the page without headers', { method: 'OPTIONS' }, false],
    ['no preflight, whatever its headers', { method: 'POST', requestHeaders: [asksForPut] }, false],
  ])('or not, if it is same-origin and %s', (_, change, isRead) => {
    const event = parseDetails('send-headers', details({ url: `${PAGE}/x`, ...change }), context('chromium'));
    expect(event !== null).toBe(isRead);
  });

  it('also if our own page in Firefox asked', () => {
    const { initiator: _, ...rest } = details({ originUrl: 'moz-extension://own/panel.html' });
    expect(parseDetails('before-request', rest, context('firefox'))).toBeNull();
  });
});

describe('a URL’s key', () => {
  it('is the same for the same URL and salt only, and short', () => {
    const keys = ['a', 'b'].flatMap((salt) => [`${API}?t=1`, `${API}?t=2`].map((url) => urlKey(url, salt)));
    expect(new Set(keys).size).toBe(4);
    expect(urlKey(API, 'a')).toBe(urlKey(API, 'a'));
    expect(urlKey('x'.repeat(10_000), 'a').length).toBeLessThan(12);
  });
});
