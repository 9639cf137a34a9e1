import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/fetch/evaluate.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { browserOpinions } from '../../../../src/rules/browsers/index.ts';
import {
  answeredHop,
  exchange,
  failedWith,
  hop,
  PAGE,
  preflight,
  response,
} from '../../fetch/exchange-fixture.ts';

const refused = { outcome: failedWith('net::ERR_FAILED') };

function opinionsOf(each: Exchange) {
  return browserOpinions(each, evaluate(each));
}

describe('what the browsers say', () => {
  test('the one that ran it comes first, the others are predictions', () => {
    const each = exchange([answeredHop([])], { engine: 'firefox' });
    expect(opinionsOf(each).map(({ engine, basis, verdict }) => [engine, basis, verdict])).toEqual([
      ['firefox', 'observed', 'blocked'],
      ['chromium', 'predicted', 'blocked'],
      ['webkit', 'predicted', 'blocked'],
    ]);
  });

  test('in the words of each', () => {
    const each = exchange([answeredHop([['Access-Control-Allow-Origin', `${PAGE}/`]])], refused);
    expect(opinionsOf(each)).toMatchObject([
      {
        code: 'AllowOriginMismatch',
        failedParameter: `${PAGE}/`,
        text: `Access to fetch at 'https://api.example/items' from origin '${PAGE}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${PAGE}/' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
      },
      {
        code: 'CORSAllowOriginNotMatchingOrigin',
        text: `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/items. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘${PAGE}/’).`,
      },
      { text: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200` },
    ]);
  });

  test.each([
    ['NS_ERROR_NET_ON_RECEIVING_FROM', 'CORSMultipleAllowOriginNotAllowed'],
    ['NS_ERROR_NET_RESET', 'CORSDidNotSucceed2'],
  ])('of a closed connection with %s, Firefox says %s', (error, code) => {
    const each = exchange([hop()], { engine: 'firefox', outcome: failedWith(error) });
    expect(opinionsOf(each)[0]).toMatchObject({ verdict: 'failed', code });
  });

  test('of a URL without http:// each names the scheme', () => {
    const each = exchange([hop({ url: 'localhost:3000/items' })], refused);
    expect(opinionsOf(each)).toMatchObject([
      {
        verdict: 'failed',
        code: 'CorsDisabledScheme',
        failedParameter: 'localhost',
        text: 'Fetch API cannot load localhost:3000/items. URL scheme "localhost" is not supported.',
      },
      {
        code: 'CORSRequestNotHttp',
        text: 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at localhost:3000/items. (Reason: CORS request not http).',
      },
      { engine: 'webkit' },
    ]);
  });

  test('mixed content isn’t CORS to any of them, and Chromium says what it is', () => {
    const each = exchange([hop({ url: 'http://api.example/items' })], {
      initiator: 'https://app.example',
      page: 'https://app.example/',
      outcome: failedWith('(blocked:mixed-content)'),
    });
    const [chromium, firefox] = opinionsOf(each);
    expect(chromium?.text).toBe(
      "Mixed Content: The page at 'https://app.example/' was loaded over HTTPS, but requested an insecure resource 'http://api.example/items'. This request has been blocked; the content must be served over HTTPS.",
    );
    expect(chromium).not.toHaveProperty('code');
    expect(firefox).not.toHaveProperty('text');
  });

  test('nothing if nothing is wrong', () => {
    const each = exchange([answeredHop([['Access-Control-Allow-Origin', PAGE]])]);
    for (const opinion of opinionsOf(each)) {
      expect(opinion.verdict).toBe('allowed');
      expect(opinion).not.toHaveProperty('text');
    }
  });

  test.each([
    ['script', 'script'],
    ['stylesheet', 'CSS stylesheet'],
    ['image', 'image'],
    ['font', 'font'],
    ['media', 'video'],
    ['beacon', 'resource'],
    ['other', 'link element resource'],
    ['xmlhttprequest', 'fetch'],
  ] as const)('Chromium calls %s a %s', (type, kind) => {
    const [chromium] = opinionsOf(exchange([answeredHop([])], { ...refused, type }));
    expect(chromium?.text?.startsWith(`Access to ${kind} at `)).toBe(true);
  });

  test('Chromium names the first URL of a redirect', () => {
    const target = `${PAGE}/back`;
    const first = answeredHop([], {
      response: response(302, [
        ['Access-Control-Allow-Origin', PAGE],
        ['Location', target],
      ]),
      redirectUrl: target,
    });
    const last = hop({ url: target, request: { headers: [['Origin', 'null']] }, response: response(200) });
    const [chromium] = opinionsOf(exchange([first, last], refused));
    expect(chromium?.text).toContain(
      `at '${target}' (redirected from 'https://api.example/items') from origin`,
    );
  });

  test('of several missing headers it isn’t known which one Chromium names; Firefox names the first', () => {
    const asks = [
      ['Origin', PAGE],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'x-a,x-b'],
    ] as const;
    const answer = response(204, [['Access-Control-Allow-Origin', PAGE]]);
    const [chromium, firefox] = opinionsOf(
      exchange([hop({ method: 'POST', preflight: preflight(asks, answer) })], refused),
    );
    expect(chromium).toMatchObject({ code: 'HeaderDisallowedByPreflightResponse' });
    expect(chromium).not.toHaveProperty('failedParameter');
    expect(firefox?.text).toContain('header ‘x-a’ is not allowed');
  });

  test('two lines and a list look the same in Firefox, so it may say either', () => {
    const joined = {
      ...response(200, [['Access-Control-Allow-Origin', `${PAGE}, *`]]),
      lines: 'joined',
    } as const;
    const [firefox] = opinionsOf(exchange([answeredHop([], { response: joined })], { engine: 'firefox' }));
    expect(firefox).not.toHaveProperty('code');
    expect(firefox).toMatchObject({
      engine: 'firefox',
      basis: 'observed',
      verdict: 'blocked',
      alternatives: [
        { if: 'two-header-lines', verdict: 'blocked', code: 'CORSMultipleAllowOriginNotAllowed' },
        { if: 'one-header-line', verdict: 'blocked', code: 'CORSAllowOriginNotMatchingOrigin' },
      ],
    });
  });

  test('two possibilities with two messages: neither is claimed, both are told', () => {
    const asks = [
      ['Origin', PAGE],
      ['Access-Control-Request-Method', 'PUT'],
    ] as const;
    const each = exchange(
      [
        hop({
          method: 'PUT',
          preflight: preflight(asks, response(204, [['Access-Control-Allow-Origin', '*']])),
        }),
      ],
      { ...refused, credentials: { value: 'unknown', reason: 'browser-does-not-tell' } },
    );
    const [chromium] = opinionsOf(each);
    expect(chromium).not.toHaveProperty('code');
    expect(chromium).toMatchObject({
      verdict: 'blocked',
      alternatives: [
        {
          if: 'credentials-not-include',
          code: 'MethodDisallowedByPreflightResponse',
          failedParameter: 'PUT',
        },
        { if: 'credentials-include', code: 'PreflightWildcardOriginNotAllowed' },
      ],
    });
  });

  test('refused local network access is printed as CORS, with the address space if the host tells it', () => {
    const error = failedWith('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS');
    const local = exchange([hop({ url: 'http://localhost:3000/', request: { headers: [] } })], {
      outcome: error,
    });
    expect(opinionsOf(local)[0]).toMatchObject({
      verdict: 'failed',
      code: 'LocalNetworkAccessPermissionDenied',
      text: expect.stringContaining('access the `loopback` address space.'),
    });
    expect(opinionsOf({ ...local, initiator: 'http://app.test' })[0]?.code).toBe('InsecureLocalNetwork');
    expect(opinionsOf(exchange([hop()], { outcome: error }))[0]).not.toHaveProperty('text');
  });
});
