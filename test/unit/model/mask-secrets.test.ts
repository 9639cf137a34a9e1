import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getHeaderLines, type HeaderList } from '../../../src/model/header-list.ts';
import { MAX_HEADER_VALUE_LENGTH, MAX_URL_LENGTH } from '../../../src/model/limits.ts';
import {
  isMasked,
  maskError,
  maskHeaders,
  maskText,
  maskUrl,
  maskValue,
} from '../../../src/model/mask-secrets.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXkQ1';

describe('maskHeaders', () => {
  it.each<[string, string, string]>([
    ['Cookie', 'sid=abc123; theme=dark', 'sid=[masked: 6 characters]; theme=[masked: 4 characters]'],
    ['Cookie', 'justavalue', '[masked: 10 characters]'],
    [
      'Set-Cookie',
      'sid=abc123; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure; HttpOnly; SameSite=None',
      'sid=[masked: 6 characters]; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure; HttpOnly; SameSite=None',
    ],
    [
      'Set-Cookie',
      'a=1; Secure\nb=22; Path=/x',
      'a=[masked: 1 characters]; Secure\nb=[masked: 2 characters]; Path=/x',
    ],
    ['Set-Cookie', 'a=1; Path=/, b=secret', 'a=[masked: 1 characters]; Path=/, b=[masked: 6 characters]'],
    ['Set-Cookie', 'a=1; hunter2', 'a=[masked: 1 characters]; [masked: 7 characters]'],
    ['Authorization', 'Bearer abcdefghij', '[masked: Bearer, 10 characters]'],
    ['Authorization', 'basic dXNlcjpwYXNz', '[masked: Basic, 12 characters]'],
    ['Authorization', 'MySecret indeed', '[masked: 15 characters]'],
    ['Proxy-Authorization', 'Digest username="x"', '[masked: Digest, 12 characters]'],
    ['X-Api-Key', 'k', '[masked: 1 characters]'],
    ['apikey', 'k2', '[masked: 2 characters]'],
    ['X-Amz-Security-Token', 'FwoGZXIvYXdzE', '[masked: 13 characters]'],
    ['X-Goog-Iap-Jwt-Assertion', JWT, `[masked: ${JWT.length} characters]`],
    ['X-CSRF-Token', 'abc', '[masked: 3 characters]'],
    ['X-Custom', `prefix ${JWT} suffix`, `[masked: ${JWT.length + 14} characters]`],
    ['X-Custom', 'Bearer abcdefghij', '[masked: Bearer, 10 characters]'],
    ['X-Custom', '{"access_token": "abcd"}', '[masked: 24 characters]'],
    ['X-Original-Url', '/callback?code=4711', '[masked: 19 characters]'],
    ['Location', 'https://a.example/cb?code=4711&x=1', 'https://a.example/cb?code=masked-4&x=1'],
    ['Location', '/cb?token=4711', '/cb?token=masked-4'],
    ['Referer', 'https://u:pw@a.example/', 'https://masked-1:masked-2@a.example/'],
    ['Refresh', '5; url=https://a.example/?sig=abc', '5; url=https://a.example/?sig=masked-3'],
    [
      'Link',
      '</s.css?key=abc>; rel=preload, <https://b.example/?x=1>; rel=next',
      '</s.css?key=masked-3>; rel=preload, <https://b.example/?x=1>; rel=next',
    ],
    [
      'Content-Security-Policy',
      'default-src *; report-uri https://r.example/c?token=abc',
      'default-src *; report-uri https://r.example/c?token=masked-3',
    ],
    [
      'WWW-Authenticate',
      'Negotiate YIIJvwYGKwYBBQUCoIIJszCC==, Basic realm="api"',
      '[masked: Negotiate, 26 characters], Basic realm="api"',
    ],
    [
      'WWW-Authenticate',
      'Digest realm="api", nonce="ab \\" c", opaque=xyz, stale=false',
      'Digest realm="api", nonce="[masked: 7 characters]", opaque="[masked: 3 characters]", stale=false',
    ],
    ['X-Custom', 'e30 eyJwYXNzd29yZCI6ImFiYyJ9', '[masked: 28 characters]'],
    ['X-Custom', 'Endpoint=https://a.example/;AccountKey=ab+/cd==', '[masked: 47 characters]'],
    ['X-Custom', 'https://u:pw@a.example/ and more', 'https://masked-1:masked-2@a.example/ and more'],
    ['WWW-Authenticate', 'NTLM TlRMTVNTUAACAAAADAAM', '[masked: NTLM, 20 characters]'],
    ['Access-Control-Allow-Origin', 'https://u:pw@a.example', 'https://masked-1:masked-2@a.example'],
    ['Access-Control-Allow-Origin', 'https://a.example/?token=abc', 'https://a.example/?token=masked-3'],
    ['X-AuthKey', 'abc', '[masked: 3 characters]'],
    ['X-Verification-Code', '123456', '[masked: 6 characters]'],
    ['Location', '/cb?oauth_verifier=abc', '/cb?oauth_verifier=masked-3'],
    ['Authorization', '', ''],
  ])('masks %s: %s', (name, value, expected) => {
    const [[, masked] = ['', '']] = maskHeaders([[name, value]]);
    expect(masked).toBe(expected);
  });

  it.each<[string, string]>([
    ['Access-Control-Allow-Headers', 'Authorization, X-Api-Key, token=1'],
    ['Access-Control-Request-Headers', 'authorization,x-api-key'],
    ['Access-Control-Allow-Origin', 'https://app.example'],
    ['Access-Control-Expose-Headers', 'X-Auth-Token'],
    ['Vary', 'Origin, Authorization, Cookie'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Origin', 'https://app.example'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Sec-Fetch-Storage-Access', 'active'],
    ['Accept', 'text/html, */*; q=0.8'],
    ['Server', 'nginx/1.27.0'],
    ['Cache-Control', 'public, max-age=3600'],
    ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
    ['X-RateLimit-Remaining-Tokens', '39'],
    ['Surrogate-Key', 'post-1 post-2'],
    ['X-Amz-Cf-Id', 'u9FvEXAMPLE=='],
    ['ETag', 'W/"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
    ['WWW-Authenticate', 'Bearer realm="api", error="invalid_token"'],
    ['WWW-Authenticate', 'Negotiate, NTLM, Basic realm="api"'],
    ['Permissions-Policy', 'publickey-credentials-get=(self)'],
    ['Alt-Svc', 'h3=":443"; ma=86400'],
    ['Author', 'Jane'],
    ['X-Goog-Stored-Content-Length', '1234'],
    ['X-Page', 'eyJwYWdlIjoyfQ=='],
  ])('leaves %s: %s', (name, value) => {
    expect(maskHeaders([[name, value]])).toEqual([[name, value]]);
  });

  it('keeps order, names and number of the lines', () => {
    const list: HeaderList = [
      ['B', '1'],
      ['Set-Cookie', 'a=1'],
      ['b', '2'],
      ['Set-Cookie', 'c=2'],
    ];
    expect(maskHeaders(list).map(([name]) => name)).toEqual(['B', 'Set-Cookie', 'b', 'Set-Cookie']);
    expect(getHeaderLines(maskHeaders(list), 'b')).toEqual(['1', '2']);
  });

  it('cuts long values and says so', () => {
    const [[, value] = ['', '']] = maskHeaders([['X-Long', 'a b '.repeat(MAX_HEADER_VALUE_LENGTH)]]);
    expect(value.length).toBeLessThanOrEqual(MAX_HEADER_VALUE_LENGTH);
    expect(value).toMatch(/ \[cut from 262144 characters\]$/);
  });
});

describe('maskError', () => {
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'net::ERR_CONNECTION_REFUSED'],
    ['net::ERR_FAILED token=abc', 'net::ERR_FAILED [masked: 9 characters]'],
    ['net::ERR_FAILED Bearer abcdefgh', '[masked: 31 characters]'],
  ])('%s', (text, expected) => {
    expect(maskError(text)).toBe(expected);
  });
});

describe('maskUrl', () => {
  it.each([
    ['https://a.example/p?q=1#top', 'https://a.example/p?q=1#top'],
    ['https://token@a.example/', 'https://masked-5@a.example/'],
    ['https://a.example?access_token=abc', 'https://a.example?access_token=masked-3'],
    ['https://a.example/?API%5FKEY=abc&b', 'https://a.example/?API%5FKEY=masked-3&b'],
    ['https://a.example/x;jsessionid=AB12/y', 'https://a.example/x;jsessionid=masked-4/y'],
    [
      'https://a.example/#access_token=abc&state=x',
      'https://a.example/#access_token=masked-3&state=masked-1',
    ],
    [`https://a.example/reset/${JWT}/now`, `https://a.example/reset/masked-${JWT.length}/now`],
    ['https://a.example/?u=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc', 'https://a.example/?u=masked-40'],
    ['https://a.example/?u=https%3A%2F%2Fu%3Ap%40b.example%2F', 'https://a.example/?u=masked-34'],
    [
      'https://a.example/?X-Amz-Signature=ab&X-Amz-Date=2026',
      'https://a.example/?X-Amz-Signature=masked-2&X-Amz-Date=2026',
    ],
    ['https://a.example/@scope/pkg?v=1', 'https://a.example/@scope/pkg?v=1'],
    ['https://a.example/?monkey=1&author=x&statement=2', 'https://a.example/?monkey=1&author=x&statement=2'],
    ['//u:p@b.example/x', '//masked-1:masked-1@b.example/x'],
    ['', ''],
  ])('%s', (url, expected) => {
    expect(maskUrl(url)).toBe(expected);
  });

  it('cuts long URLs, and cutting them again changes nothing', () => {
    const cut = maskUrl(`https://a.example/?q=${'x'.repeat(MAX_URL_LENGTH)}`);
    expect(cut.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
    expect(cut).toContain('...cut-from-');
    expect(maskUrl(cut)).toBe(cut);
  });
});

/** Secrets of many kinds; each holds a part that occurs nowhere else. */
const plain = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/).map((rest) => `S3CR${rest}`);
const secret = fc.oneof(
  plain,
  plain.map((rest) => `eyJhbGciOi.eyJ${rest}.${rest}`),
  plain.map((rest) => `sk_live_${rest}`),
  plain.map((rest) => `${rest}==`),
  plain.map((rest) => `ghp_${rest}`),
);
const formSecret = fc.oneof(
  plain.map((rest) => `eyJhbGciOi.eyJ${rest}.${rest}`),
  plain.map((rest) => `sk_live_${rest}`),
  plain.map((rest) => `Bearer ${rest}`),
  plain.map((rest) => `https://u:${rest}@a.example/`),
  plain.map((rest) => `https://a.example/cb?code=${rest}`),
  plain.map((rest) => `session_id=${rest}`),
);
const secretName = fc.constantFrom(
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'Set-Cookie',
  'X-Api-Key',
  'apikey',
  'X-Auth-Token',
  'X-Goog-Api-Key',
  'X-Amz-Security-Token',
  'x-session',
  'X-JWT',
  'X-Csrf',
  'X-Password',
  'X-Hub-Signature-256',
  'Private-Token',
);
const parameterName = fc.constantFrom(
  'token',
  'access_token',
  'sig',
  'signature',
  'code',
  'state',
  'password',
  'key',
  'api_key',
  'jwt',
  'X-Goog-Signature',
);
const filler = fc.stringMatching(/^[ -~]{0,20}$/);

describe('planted secrets', () => {
  it('appear nowhere if the name of the header tells', () => {
    fc.assert(
      fc.property(
        secretName,
        secret,
        fc.constantFrom('', 'Bearer ', 'Basic ', 'a=', 'x=1; y='),
        (name, value, before) => {
          expect(JSON.stringify(maskHeaders([[name, before + value]]))).not.toContain('S3CR');
        },
      ),
    );
  });

  it('appear nowhere if their form tells, in any header that may hold one', () => {
    const name = fc.constantFrom(
      'X-Debug',
      'Location',
      'Referer',
      'User-Agent',
      'Link',
      'Refresh',
      'Via',
      'ETag',
    );
    fc.assert(
      fc.property(name, filler, formSecret, (header, before, value) => {
        const masked = JSON.stringify(maskHeaders([[header, `${before} ${value}`]]));
        expect(masked).not.toContain('S3CR');
      }),
    );
  });

  it('appear nowhere in a Set-Cookie value, whatever stands around them', () => {
    const shape = fc.constantFrom(
      (s: string) => `n=${s}`,
      (s: string) => `n=${s}; Path=/; Secure`,
      (s: string) => `a=1; ${s}; Secure`,
      (s: string) => `a=1; Path=/, n=${s}`,
      (s: string) => `a=1; Secure, ${s}; Path=/`,
      (s: string) => `a=1; Expires=${s}${s}${s}; Path=/`,
      (s: string) => `a=1\nn=${s}; SameSite=Lax`,
    );
    fc.assert(
      fc.property(shape, secret, (build, value) => {
        expect(JSON.stringify(maskHeaders([['set-cookie', build(value)]]))).not.toContain('S3CR');
      }),
    );
  });

  it('appear nowhere in a URL, and the URL parses to the same host, path and names', () => {
    const shape = fc.constantFrom(
      (n: string, s: string) => `https://a.example:8443/p/q?x=1&${n}=${s}&y=2#f`,
      (n: string, s: string) => `https://a.example/?${n}=${encodeURIComponent(s)}`,
      (n: string, s: string) =>
        `https://a.example/?redirect=${encodeURIComponent(`https://b.example/?${n}=${s}`)}`,
      (n: string, s: string) => `https://a.example/cb#${n}=${s}`,
      (_: string, s: string) => `https://user:${encodeURIComponent(s)}@a.example/p`,
      (_: string, s: string) => `https://${encodeURIComponent(s)}@a.example/p`,
      (n: string, s: string) => `https://a.example/p;${n}=${s}/q`,
    );
    fc.assert(
      fc.property(shape, parameterName, secret, (build, name, value) => {
        const url = build(name, value);
        const masked = maskUrl(url);
        expect(masked).not.toContain('S3CR');
        expect(isMasked(masked)).toBe(true);
        expect(new URL(masked).href).toBe(masked);
        expect(new URL(masked).host).toBe(new URL(url).host);
        expect([...new URL(masked).searchParams.keys()]).toEqual([...new URL(url).searchParams.keys()]);
      }),
    );
  });
});

describe('masking again', () => {
  it('changes nothing', () => {
    const header = fc.tuple(
      fc.oneof(secretName, fc.constantFrom('X-A', 'Location', 'Link', 'Refresh')),
      fc.oneof(filler, secret, formSecret),
    );
    fc.assert(
      fc.property(fc.array(header), (list) => {
        const once = maskHeaders(list);
        expect(maskHeaders(once)).toEqual(once);
      }),
    );
  });

  it('is not fooled by a value that only looks like a marker', () => {
    expect(maskValue('[masked: hunter2, 5 characters]')).toBe('[masked: 31 characters]');
    expect(maskText('[masked: 5 characters]')).toBe('[masked: 5 characters]');
  });
});
