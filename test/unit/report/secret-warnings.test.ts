import { describe, expect, it } from 'vitest';
import type { Exchange, Hop } from '../../../src/model/exchange.ts';
import { maskHeaders, maskUrl } from '../../../src/model/mask-secrets.ts';
import { FORMATS, secretWarnings, writeWhole } from '../../../src/report/index.ts';
import { ALL_CASES } from '../../rules/all-cases.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';
import { aReport, aReportOfAllKinds, aReportWithEveryField } from './sample-reports.ts';

/** As a recorder keeps it. */
function masked(exchange: Exchange): Exchange {
  const hopOf = (hop: Hop): Hop => {
    const { request, response, preflight, redirectUrl } = hop;
    return {
      ...hop,
      url: maskUrl(hop.url),
      ...(redirectUrl === undefined ? {} : { redirectUrl: maskUrl(redirectUrl) }),
      ...(request === undefined ? {} : { request: { headers: maskHeaders(request.headers) } }),
      ...(response === undefined
        ? {}
        : { response: { ...response, headers: maskHeaders(response.headers) } }),
      ...(preflight?.response === undefined
        ? {}
        : {
            preflight: {
              ...preflight,
              response: { ...preflight.response, headers: maskHeaders(preflight.response.headers) },
            },
          }),
    };
  };
  const [first, ...others] = exchange.hops;
  return { ...exchange, hops: [hopOf(first), ...others.map(hopOf)] };
}

const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const at = (path: string): ExchangeDescription => ({ url: `https://api.example.com/${path}` });
const answering = (name: string, value: string): ExchangeDescription => ({
  response: { headers: { [name]: value } },
});

describe('what looks like a secret', () => {
  it.each<[string, string, ExchangeDescription]>([
    ['hexadecimal digits in a path', 'random', at(`reset/${HEX}`)],
    ['an MD5 in a path', 'random', at('unsubscribe/d41d8cd98f00b204e9800998ecf8427e/now')],
    ['base64 in a path', 'random', at('invite/aGk7Xq2Lm9Tz4Rv8Wc1Yb6Nd3')],
    ['base64 with its signs', 'random', at('share/Zx8-Kq_2Lm9T-z4Rv8Wc1_Yb6Nd3Pf')],
    ['a key in base 36', 'random', at('hooks/k3j4h5k2j3h4kj5h2k3j4h5k')],
    ['random text in a parameter without a telling name', 'random', at('items?x=aGk7Xq2Lm9Tz4Rv8Wc1Yb6Nd3')],
    [
      'random text in a header without a telling name',
      'random',
      answering('X-Data', 'aGk7Xq2Lm9Tz4Rv8Wc1Yb6Nd3'),
    ],
    ['random text in a redirect', 'random', answering('Location', `https://id.example.com/go/${HEX}`)],
    ['random text in the page', 'random', { page: `https://app.example.com/join/${HEX}` }],
    ['a JSON Web Token', 'token', at(`login/${JWT}`)],
    ['a token in an error', 'token', { outcome: { error: `Refused to load https://a.example/${JWT}` } }],
    ['a key by its prefix', 'token', at('v1/ghp_0123456789abcdefABCDEF/repos')],
    ['a key in a header', 'token', answering('X-Note', 'use sk_live_0123456789abcdef')],
    ['user and password', 'user-info', at('go/https://bob:hunter2@db.example.com/')],
    ['an e-mail address', 'email', at('users/bob.smith@example.org/orders')],
    ['an encoded e-mail address', 'email', at('users?q=bob%40example.org')],
    ['an e-mail address in a header', 'email', answering('X-Owner', 'alice@example.org')],
    ['a Java session in a path', 'session-id', at('shop;jsessionid=A1B2C3D4E5F60718')],
    ['a session in a path', 'session-id', at('session/4f5g6h7j8k9l/items')],
    ['a session of ASP.NET', 'session-id', at('(S(lit3py55t21z5v55vlm25s55))/items')],
    ['a header that nobody masked', 'unmasked', { headers: { Authorization: 'Bearer abcdef' } }],
    ['a parameter that nobody masked', 'unmasked', at('items?access_token=abc')],
  ])('is %s', (_, what, description) => {
    const warnings = secretWarnings(aReport([anExchange({ ...description, id: 'planted' })]));
    expect(warnings.map((each) => each.what)).toContain(what);
    expect(warnings.every(({ exchange, at: place }) => exchange === 'planted' || place === 'page')).toBe(
      true,
    );
  });

  it('is told where it stands, once, and not repeated', () => {
    const exchange = anExchange({ ...at(`reset/${HEX}`), id: 'a', response: {} });
    const warnings = secretWarnings(aReport([exchange]));
    expect(warnings).toEqual([
      { what: 'random', exchange: 'a', at: 'exchanges.0.hops.0.url', excerpt: '9f86… (64 characters)' },
    ]);
  });

  it('is found in a text, too', () => {
    expect(secretWarnings(`# Report\n\nGET /reset/${HEX}\n`)).toEqual([
      { what: 'random', at: 'line 3', excerpt: '9f86… (64 characters)' },
    ]);
  });
});

describe('what doesn’t look like a secret', () => {
  it.each(ALL_CASES)('is what servers answer: %s', (_, { exchange, history = [] }) => {
    const exchanges = [exchange, ...history].map((each) => masked(anExchange(each)));
    expect(secretWarnings(aReport(exchanges))).toEqual([]);
  });

  it.each([
    ['all kinds of exchanges', aReportOfAllKinds()],
    ['every field', aReportWithEveryField()],
  ])('is a report of %s, in any format', (_, report) => {
    expect(secretWarnings(report)).toEqual([]);
    for (const format of Object.values(FORMATS)) {
      expect(secretWarnings(writeWhole(format, report, { length: 'complete' }))).toEqual([]);
    }
  });

  it.each([
    'orders/550e8400-e29b-41d4-a716-446655440000',
    'orders/507f1f77bcf86cd799439011',
    'assets/index-BxY12QwErTyUiOpAsDf34.js',
    'assets/logo@2x.png',
    'blog/2024-05-12-how-to-fix-cors-in-10-minutes',
    'getUserProfileSettingsForOrganizationV2',
    'v1/projects/my-project-123456/locations/europe-west1/repositories',
    'items?created=2026-11-21T10%3A00%3A00.000Z&sort=created_at_desc',
    'items?fields=id,name,createdAt,updatedAt,createdBy,updatedBy',
    'session/summary',
    'invite/masked-64',
    'items?token=masked-64',
  ])('is %s', (path) => {
    expect(secretWarnings(aReport([anExchange(at(path))]))).toEqual([]);
  });
});
