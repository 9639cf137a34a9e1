import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskHeaders, maskUrl } from '../../../../src/model/mask-secrets.ts';
import { type Report, toJson, toMarkdown } from '../../../../src/report/index.ts';
import { anExchange, type ExchangeDescription } from '../../../rules/exchange-builder.ts';
import { ALL_KINDS, aReport, aReportOfAllKinds, PREFLIGHT_401, SERVER_ERROR } from '../sample-reports.ts';
import { HOSTILE_TEXTS, readMarkdown } from './reading.ts';

const serverError = toMarkdown(aReport([anExchange(SERVER_ERROR)]));
const completeServerError = toMarkdown(aReport([anExchange(SERVER_ERROR)]), 'complete');
const preflight401 = toMarkdown(aReport([anExchange(PREFLIGHT_401)]));

/** The contents of the code blocks of a language, in order. */
function blocksOf(language: string, markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)\n```$/gms)]
    .filter(([, each]) => each === language)
    .map(([, , content = '']) => content);
}

describe('a crash without CORS headers', () => {
  it('shows the true statuses and the header lines in question', () => {
    const [preflight, actual] = blocksOf('http', serverError);
    expect(preflight).toContain('\n\nHTTP 204\nAccess-Control-Allow-Origin: http://localhost:5173\n');
    expect(actual?.split('\n')).toEqual([
      'POST https://api.example.com/orders?access_token=masked-32',
      'Origin: http://localhost:5173',
      'Content-Type: application/json',
      'Authorization: [masked: Bearer, 43 characters]',
      'Cookie: sid=[masked: 12 characters]',
      '',
      'HTTP 500',
      'Content-Type: text/html',
      'Server: nginx/1.22.1',
    ]);
  });

  it('says what to change as a diff, and that it is proven', () => {
    expect(blocksOf('diff', serverError)).toEqual([
      '+ Access-Control-Allow-Origin: http://localhost:5173\n+ Vary: Origin\n+ Access-Control-Allow-Credentials: true',
    ]);
    expect(serverError).toMatch(/Proven on this recording: .* let the request pass\./);
    expect(preflight401).toContain('let the request pass, if it is sent without credentials.');
  });

  it('has commands with placeholders for the secrets, named and explained', () => {
    const [assignments, preflight, actual] = blocksOf('sh', serverError);
    expect(assignments).toBe("YOUR_ACCESS_TOKEN=''\nYOUR_AUTHORIZATION=''\nYOUR_COOKIE=''\nYOUR_BODY=''");
    expect(preflight).toMatch(/^curl --include --globoff --request OPTIONS /);
    expect(actual).toContain(`--header 'Authorization: Bearer '"$YOUR_AUTHORIZATION"`);
    expect(serverError).toContain('- `YOUR_ACCESS_TOKEN`: the secret `access_token` in the URL');
  });
});

describe('a preflight that needs to be signed in', () => {
  it('says that the request was never sent', () => {
    expect(preflight401).toContain(
      'The browser never sent the request itself, `PUT https://api.example.com/items`',
    );
  });

  it('changes the status and both answers', () => {
    const [preflight, actual] = blocksOf('diff', preflight401);
    expect(preflight?.split('\n').slice(0, 3)).toEqual([
      '- HTTP 401',
      '+ HTTP 204',
      '+ Access-Control-Allow-Origin: http://localhost:5173',
    ]);
    expect(actual).toBe('+ Access-Control-Allow-Origin: http://localhost:5173\n+ Vary: Origin');
  });

  it('repeats the preflight as the browser sent it, and says which answer to expect', () => {
    expect(blocksOf('sh', preflight401)[1]).toBe(
      [
        `curl --include --globoff --request OPTIONS 'https://api.example.com/items'`,
        `--header 'Origin: http://localhost:5173'`,
        `--header 'Access-Control-Request-Method: PUT'`,
        `--header 'Access-Control-Request-Headers: content-type,x-api-key'`,
      ].join(' \\\n  '),
    );
    expect(blocksOf('http', preflight401)[1]).toBe(
      [
        'HTTP 204 (any status from 200 to 299 will do)',
        'Access-Control-Allow-Origin: http://localhost:5173',
        'Vary: Origin',
        'Access-Control-Allow-Methods: PUT',
        'Access-Control-Allow-Headers: content-type, x-api-key',
      ].join('\n'),
    );
  });

  it('has a command for the request that was never sent, with its headers’ values to fill in', () => {
    expect(blocksOf('sh', preflight401)[2]).toContain(`--header 'x-api-key: '"$YOUR_X_API_KEY"`);
  });
});

describe('what browsers say', () => {
  it('is told for both possibilities where it hangs on something unseen', () => {
    const headers = { 'Access-Control-Allow-Origin': 'http://localhost:5173' };
    const refused = anExchange({ method: 'PUT', preflight: { status: 204, headers }, outcome: 'blocked' });
    expect(toMarkdown(aReport([refused]), 'complete')).toMatch(
      /Chromium \(recorded\): if it is sent without credentials, blocked, code `MethodDisallowedByPreflightResponse`.*; if it is sent with credentials, blocked, code `PreflightInvalidAllowCredentials`/,
    );
  });
});

describe('a question that the browser leaves open', () => {
  const wildcard = { headers: { 'Access-Control-Allow-Origin': '*' } };

  it('has both answers, the change for each, and what would settle it', () => {
    const open = toMarkdown(aReport([anExchange({ engine: 'firefox', response: wildcard })]));
    expect(open).toMatch(
      /\*\*If the request includes credentials \(.+\), it is blocked:\*\* `api.example.com` allows/,
    );
    expect(open).toContain('**If it doesn’t include credentials, it is allowed:**');
    expect(blocksOf('diff', open)).toEqual([
      '- Access-Control-Allow-Origin: *\n+ Access-Control-Allow-Origin: http://localhost:5173\n+ Vary: Origin\n+ Access-Control-Allow-Credentials: true',
    ]);
    expect(open).toMatch(/What would settle it:\n\n- Look at the call in the code/);
  });

  it('is left out where nothing is open', () => {
    expect(serverError).not.toContain('What it hangs on');
  });
});

describe('many requests', () => {
  it('are grouped by cause', () => {
    const exchanges = Array.from({ length: 30 }, (_, index) =>
      anExchange({ ...PREFLIGHT_401, id: String(index), url: `https://api.example.com/items/${index % 20}` }),
    );
    const markdown = toMarkdown(aReport([...exchanges, anExchange(SERVER_ERROR)]));
    expect(markdown).toContain('# CORS report: 31 requests fail for 2 causes');
    expect(markdown.match(/^## \d+\. .*/gm)).toEqual([
      '## 1. OPTIONS answered 401',
      '## 2. Server error 500 behind the CORS error',
    ]);
    expect(markdown).toContain('### Affected: 30 requests');
    expect(markdown).toContain('- `PUT https://api.example.com/items/0`, 2 times');
    expect(markdown).toContain('- and 10 more');
  });

  it('of one cause are told apart where the server or the change differs', () => {
    const exchanges = ['https://a.example/x', 'https://b.example/x', 'https://a.example/y'].map(
      (url, index) => anExchange({ ...PREFLIGHT_401, id: String(index), url }),
    );
    expect(toMarkdown(aReport(exchanges))).toContain('3 requests fail for 2 causes');
  });

  it('are told apart where the sentence about one of them isn’t true of the other', () => {
    const files = (['font', 'script'] as const).map((type) =>
      anExchange({ id: type, type, url: `https://cdn.example/${type}`, response: {}, outcome: 'blocked' }),
    );
    expect(toMarkdown(aReport(files)).match(/^## \d+\. .*/gm)).toEqual([
      '## 1. No CORS headers on this font',
      '## 2. No CORS headers on this script',
    ]);
  });

  it('of many causes fit into an issue; the rest is listed', () => {
    const exchanges = Array.from({ length: 200 }, (_, index) =>
      anExchange({ ...PREFLIGHT_401, id: String(index), url: `https://api-${index}.example/items` }),
    );
    const markdown = toMarkdown(aReport(exchanges));
    expect(markdown.length).toBeLessThan(32_767);
    expect(markdown).toMatch(/^## More causes$/m);
    expect(markdown).toMatch(/^- and \d+ more$/m);
  });
});

it('lists what is allowed and wrong all the same in one line each, and nothing that is fine', () => {
  const exchanges = ['fine', 'a', 'b'].map((id) =>
    anExchange({ id, response: { headers: { 'Access-Control-Allow-Origin': '*' } } }),
  );
  const report = aReport(exchanges);
  const diagnoses = report.diagnoses.map(({ lead, ...rest }) =>
    lead === undefined || rest.exchange === 'fine'
      ? { ...rest }
      : { ...rest, lead: { ...lead, severity: 'warning' as const } },
  );
  const [, listed = ''] =
    /^## Allowed, and wrong all the same\n\n(.*?)\n\n/ms.exec(
      toMarkdown({ ...report, diagnoses }, 'complete'),
    ) ?? [];
  expect(listed).toMatch(/^- .* \(2 requests, such as `GET https:\/\/api\.example\.com\/items`\)$/);
});

describe('what the explanation stands on', () => {
  it('is how sure it is and why, and who answered', () => {
    expect(completeServerError).toMatch(/^How sure: certain\. .*answered POST with 500/m);
    expect(completeServerError).toMatch(/^Who answered: .* \(`Server: nginx\/1\.22\.1`\)$/m);
    const untold = aReport([anExchange({ response: {}, outcome: 'blocked' })]);
    expect(toMarkdown(untold, 'complete')).not.toContain('Who answered');
  });

  it('is followed by what to know besides', () => {
    expect(completeServerError).toMatch(/^### Good to know\n\n- `api\.example\.com` received the `POST`/m);
  });
});

describe('what fails after the fix', () => {
  const several: ExchangeDescription = {
    method: 'PUT',
    credentials: 'include',
    preflight: { headers: { 'Access-Control-Allow-Origin': 'https://www.example.com' } },
    outcome: 'blocked',
  };

  it('is listed, and the change fixes all of it', () => {
    expect(toMarkdown(aReport([anExchange(several)]))).toMatch(
      /^### After that\n\nThe next checks will fail, too:\n\n- .*Access-Control-Allow-Credentials.*\n- .*\n\nThe change above fixes all of this as well\.$/m,
    );
    expect(serverError).not.toContain('### After that');
  });

  it('is not said to be mended where that isn’t proven', () => {
    const report = aReport([anExchange(several)]);
    const diagnoses = report.diagnoses.map((each) => ({ ...each, fix: { ...each.fix, proven: false } }));
    const markdown = toMarkdown({ ...report, diagnoses });
    expect(markdown).toContain('### After that');
    expect(markdown).not.toContain('fixes all of this');
  });
});

describe('advice', () => {
  it('has a line for each that asks for a change: how grave, in how many requests, which server, and what to do', () => {
    const report = aReportOfAllKinds();
    const [, advice = ''] = /^## Advice\n\n(.*?)\n\n/ms.exec(toMarkdown(report, 'complete')) ?? [];
    const lines = advice.split('\n');
    expect(report.advice?.some(({ severity }) => severity === 'info')).toBe(true);
    expect(lines).toHaveLength(report.advice?.filter(({ severity }) => severity !== 'info').length ?? 0);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^- \*\*(High|Medium|Low)\*\*, in \d+ requests?: .*`[^`]*\.example\b.+\.$/);
    }
  });

  it('is left out where there is none', () => {
    expect(toMarkdown(aReport([]), 'complete')).not.toContain('## Advice');
  });
});

it('says so if nothing fails', () => {
  const markdown = toMarkdown(aReport([]));
  expect(markdown).toContain('# CORS report: nothing fails');
  expect(markdown).toContain('Recorded: 0 cross-origin requests.');
});

it('cuts long values with a note of their length, and keeps them in JSON', () => {
  const url = `https://api.example.com/?${'q'.repeat(200_000)}`;
  const report = aReport([
    anExchange({ ...SERVER_ERROR, url, response: { status: 500, headers: { Server: 'v'.repeat(100_000) } } }),
  ]);
  const markdown = toMarkdown(report);
  expect(markdown.length).toBeLessThan(30_000);
  expect(markdown).toContain('… [cut: 200,030 characters in all]');
  expect(markdown).toContain('… [cut: 100,008 characters in all]');
  expect(markdown).toContain('- `YOUR_URL`: the URL, too long to print here');
  expect(toJson(report)).toContain('q'.repeat(200_000));
});

it('holds no secret that was masked when it was recorded', () => {
  const secret = 'Zk3v9QpXw7Lm2Rt8Yb5N';
  const [first, ...rest] = anExchange({
    ...SERVER_ERROR,
    url: `https://api.example.com/orders?access_token=${secret}&page=2`,
    headers: {
      Authorization: `Bearer ${secret}`,
      Cookie: `sid=${secret}; theme=${secret}`,
      'X-Api-Key': secret,
    },
    response: { status: 500, headers: { 'Set-Cookie': `sid=${secret}; Path=/` } },
  }).hops;
  const masked = [first, ...rest].map((hop) => ({
    ...hop,
    url: maskUrl(hop.url),
    ...(hop.request && { request: { headers: maskHeaders(hop.request.headers) } }),
    ...(hop.response && { response: { ...hop.response, headers: maskHeaders(hop.response.headers) } }),
  }));
  const report = aReport([{ ...anExchange(SERVER_ERROR), hops: [masked[0] ?? first, ...masked.slice(1)] }]);
  for (const text of [toMarkdown(report), toJson(report)]) {
    expect(text).not.toContain(secret);
    expect(text).toContain('[masked: Bearer, 20 characters]');
  }
  expect(blocksOf('sh', toMarkdown(report))[0]?.split('\n')).toEqual([
    "YOUR_ACCESS_TOKEN=''",
    "YOUR_AUTHORIZATION=''",
    "YOUR_COOKIE=''",
    "YOUR_X_API_KEY=''",
  ]);
});

describe('hostile text', () => {
  /** Where a URL has to stay one for the rules and the commands to go on. */
  const plantInUrl = (url: string, value: string) => `${url}/${value}`;

  /** The report with the value at the end of every text that can come from a server or a file. */
  function planted(report: Report, value: string): Report {
    const keep = new Set([
      ...[
        'format',
        'createdAt',
        'state',
        'severity',
        'confidence',
        'on',
        'op',
        'kind',
        'engine',
        'basis',
        'if',
      ],
      ...['verdict', 'value', 'evidence', 'reason', 'credentials', 'type', 'lines', 'id', 'exchange'],
    ]);
    const walk = (node: unknown, key: string): unknown => {
      if (typeof node === 'string') {
        if (keep.has(key)) return node;
        return key === 'url' ? plantInUrl(node, value) : `${node} ${value}`;
      }
      // The lines of a list of headers have no key of their own.
      if (Array.isArray(node)) return node.map((each) => walk(each, Array.isArray(each) ? '' : key));
      if (typeof node !== 'object' || node === null) return node;
      return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, walk(each, name)]));
    };
    // The walk changes texts only, and none that the type narrows down.
    return walk(report, '') as Report;
  }

  // One exchange each, so that every section is there, however long the values make it.
  const reports = ALL_KINDS.map((kind) => {
    const report = aReport([anExchange(kind)]);
    // Names that end in text are no names: the commands leave them out. That isn't the value's doing.
    return { report, expected: readMarkdown(toMarkdown(planted(report, 'planted'), 'complete')).blocks };
  });
  const ALLOWED = ['text', 'codespan', 'strong'];

  function expectOnlyText(value: string): void {
    for (const { report, expected } of reports) {
      const markdown = toMarkdown(planted(report, value), 'complete');
      const { blocks, inline } = readMarkdown(markdown);
      expect(blocks).toEqual(expected);
      expect([...inline].filter((type) => !ALLOWED.includes(type))).toEqual([]);
      expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }
  }

  it.each(HOSTILE_TEXTS)('%j in every field is only ever text or code', expectOnlyText);

  it('whatever it is, in every field', () => {
    const value = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 10 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(fc.property(value, expectOnlyText), { numRuns: 200 });
    // In milliseconds. Hundreds of reports, and the machine may be busy with other tests.
  }, 60_000);
});
