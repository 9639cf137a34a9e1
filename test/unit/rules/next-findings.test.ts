import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, API, allowing, allowingTwice, PAGE, PUT_JSON } from '../../rules/rule-case.ts';

const LISTS_TOO_LITTLE = {
  'Access-Control-Allow-Methods': 'GET',
  'Access-Control-Allow-Headers': 'X-Request-Id',
};
const NO_LISTS = { status: 204, headers: allowing(PAGE) };

interface NextCase {
  readonly name: string;
  readonly exchange: ExchangeDescription;
  /** The root cause, then what the next attempt would fail at. */
  readonly findings: readonly string[];
  /** `hop message header` of each change of the fix, or `hop message status`; empty where no header can help. */
  readonly fix: readonly string[];
}

const PREFLIGHT = ['0 preflight Access-Control-Allow-Origin', '0 preflight Vary'];
const BOTH_LISTS = ['0 preflight Access-Control-Allow-Methods', '0 preflight Access-Control-Allow-Headers'];
const RESPONSE = ['0 response Access-Control-Allow-Origin', '0 response Vary'];

const CASES: readonly NextCase[] = [
  {
    name: 'method and header are both missing from lists',
    exchange: { ...PUT_JSON, preflight: { status: 204, headers: allowing(PAGE, LISTS_TOO_LITTLE) } },
    findings: ['method-not-allowed', 'content-type-not-allowed'],
    fix: [...BOTH_LISTS, ...RESPONSE],
  },
  {
    name: 'neither list is there',
    exchange: { ...PUT_JSON, preflight: NO_LISTS },
    findings: ['method-not-allowed', 'content-type-not-allowed'],
    fix: [...BOTH_LISTS, ...RESPONSE],
  },
  {
    name: 'neither list can be read',
    exchange: {
      ...PUT_JSON,
      preflight: {
        headers: allowing(PAGE, {
          'Access-Control-Allow-Methods': 'GET; PUT',
          'Access-Control-Allow-Headers': 'a; b',
        }),
      },
    },
    findings: ['allow-methods-unparsable', 'allow-headers-unparsable'],
    fix: [...BOTH_LISTS, ...RESPONSE],
  },
  {
    name: 'a wrong port, and both lists too short',
    exchange: {
      ...PUT_JSON,
      preflight: { headers: allowing('http://localhost:3000', LISTS_TOO_LITTLE) },
    },
    findings: ['origin-port', 'method-not-allowed', 'content-type-not-allowed'],
    fix: [...PREFLIGHT, ...BOTH_LISTS, ...RESPONSE],
  },
  {
    name: 'a trailing slash on the preflight; what the response has was never seen',
    exchange: {
      ...PUT_JSON,
      preflight: { headers: { ...ALLOWS_PUT_JSON, ...allowing(`${PAGE}/`) } },
    },
    findings: ['origin-trailing-slash'],
    fix: [...PREFLIGHT, ...RESPONSE],
  },
  {
    name: 'another origin, and credentials aren’t allowed either',
    exchange: {
      credentials: 'include',
      response: { headers: allowing('https://other.example') },
      outcome: 'blocked',
    },
    findings: ['origin-other', 'allow-credentials-missing'],
    fix: [...RESPONSE, '0 response Access-Control-Allow-Credentials'],
  },
  {
    name: 'another origin, and credentials are misspelt',
    exchange: {
      credentials: 'include',
      response: {
        headers: allowing('https://other.example', { 'Access-Control-Allow-Credentials': 'True' }),
      },
      outcome: 'blocked',
    },
    findings: ['origin-other', 'allow-credentials-misspelt'],
    fix: [...RESPONSE, '0 response Access-Control-Allow-Credentials'],
  },
  {
    name: 'a wildcard without credentials is one thing, not two',
    exchange: { credentials: 'include', response: { headers: allowing('*') }, outcome: 'blocked' },
    findings: ['wildcard-with-credentials'],
    fix: [...RESPONSE, '0 response Access-Control-Allow-Credentials'],
  },
  {
    name: 'two layers set the header, and neither allows credentials',
    exchange: { credentials: 'include', response: { headers: allowingTwice('*', PAGE) }, outcome: 'blocked' },
    findings: ['duplicate-allow-origin', 'allow-credentials-missing'],
    fix: [...RESPONSE, '0 response Access-Control-Allow-Credentials'],
  },
  {
    name: '401 to the preflight, and nothing of CORS in it, is one thing',
    exchange: { headers: { Authorization: '[masked: Bearer, 40 characters]' }, preflight: { status: 401 } },
    findings: ['preflight-unauthorized'],
    fix: [...PREFLIGHT, '0 preflight Access-Control-Allow-Headers', ...RESPONSE, '0 preflight status'],
  },
  {
    name: '401 to the preflight although the origin is right, and its lists are too short',
    exchange: { ...PUT_JSON, preflight: { status: 401, headers: allowing(PAGE, LISTS_TOO_LITTLE) } },
    findings: ['preflight-unauthorized', 'method-not-allowed', 'content-type-not-allowed'],
    fix: [...BOTH_LISTS, ...RESPONSE, '0 preflight status'],
  },
  {
    name: 'a redirect of the preflight explains whatever else its answer lacks',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 301,
        headers: { Location: `${API}/`, 'Access-Control-Allow-Methods': 'GET; PUT' },
      },
    },
    findings: ['preflight-redirected-slash'],
    fix: [],
  },
  {
    name: 'another origin, and OPTIONS isn’t handled',
    exchange: {
      method: 'PUT',
      preflight: {
        status: 404,
        headers: allowing('https://other.example', { 'Access-Control-Allow-Methods': 'PUT' }),
      },
    },
    findings: ['origin-other', 'preflight-not-handled'],
    fix: [...PREFLIGHT, ...RESPONSE, '0 preflight status'],
  },
  {
    name: 'a redirect within the server without headers; where it leads was never asked',
    exchange: { response: { status: 302, headers: { Location: `${API}/all` } }, outcome: 'blocked' },
    findings: ['redirect-without-cors-headers'],
    fix: [...RESPONSE, '1 response Access-Control-Allow-Origin', '1 response Vary'],
  },
  {
    name: 'the page’s own server redirects to one that sends nothing',
    exchange: {
      url: `${PAGE}/items`,
      response: { status: 302 },
      redirects: [{ url: API, response: {} }],
      outcome: 'blocked',
    },
    findings: ['no-cors-headers'],
    fix: ['1 response Access-Control-Allow-Origin', '1 response Vary'],
  },
];

describe('what is found, the root cause first and each thing once', () => {
  it.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, { exchange, findings }) => {
    const diagnosis = diagnose(anExchange(exchange));
    expect(diagnosis.findings.map(({ rule }) => rule)).toEqual(findings);
    expect(diagnosis.cause).toBe(diagnosis.findings[0]);
  });
});

describe('the fix covers all of it', () => {
  it.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, { exchange, fix }) => {
    const given = anExchange(exchange);
    const { fix: actual } = diagnose(given);
    const changes = actual.changes.map(({ hop, on, name }) => `${hop} ${on} ${name}`);
    const statuses = actual.statuses.map(({ hop, on }) => `${hop} ${on} status`);
    expect([...changes, ...statuses]).toEqual(fix);
    if (fix.length === 0) return;
    const after = diagnose(applyFix(given, actual));
    expect(after.verdict).toBe('allowed');
    expect(after.findings).toEqual([]);
  });
});

/** What repairs each of the findings that come together: a header, or the status. */
const REPAIRED_BY: Readonly<Record<string, string>> = {
  'origin-port': 'Access-Control-Allow-Origin',
  'origin-other': 'Access-Control-Allow-Origin',
  'duplicate-allow-origin': 'Access-Control-Allow-Origin',
  'allow-credentials-missing': 'Access-Control-Allow-Credentials',
  'allow-credentials-misspelt': 'Access-Control-Allow-Credentials',
  'method-not-allowed': 'Access-Control-Allow-Methods',
  'allow-methods-unparsable': 'Access-Control-Allow-Methods',
  'content-type-not-allowed': 'Access-Control-Allow-Headers',
  'allow-headers-unparsable': 'Access-Control-Allow-Headers',
  'preflight-unauthorized': 'status',
  'preflight-not-handled': 'status',
};

describe('each finding is what still fails if all but it is repaired', () => {
  const together = CASES.filter(({ findings }) => findings.length > 1).flatMap(
    ({ name, exchange, findings }) => findings.map((rule) => [name, rule, exchange] as const),
  );

  it.each(together)('%s: %s', (_name, rule, exchange) => {
    const given = anExchange(exchange);
    const { fix } = diagnose(given);
    const left = REPAIRED_BY[rule];
    const changes = fix.changes.filter(({ name, assumed }) => assumed || name !== left);
    const statuses = left === 'status' ? [] : fix.statuses;
    expect(changes.length + statuses.length).toBeLessThan(fix.changes.length + fix.statuses.length);
    expect(
      diagnose(applyFix(given, { ...fix, changes, statuses })).findings.map((each) => each.rule),
    ).toEqual([rule]);
  });
});
