import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import { type DetailVM, toDetail } from '../../../../src/panel/view-models/detail.ts';
import { diagramSentences } from '../../../../src/panel/view-models/diagram.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';

function detailOf(name: ExchangeName): DetailVM {
  const exchange = anExchange({ ...DESCRIPTIONS[name], id: name });
  const diagnosis = diagnose(exchange);
  return toDetail(exchange, diagnosis, diagnose(applyFix(exchange, diagnosis.fix)));
}

const badges = (name: ExchangeName) => detailOf(name).badges.map(({ text }) => text);

describe('what happened', () => {
  it.each<{ name: ExchangeName; expected: readonly string[] }>([
    {
      name: 'serverError',
      expected: [
        'http://localhost:5173 to Browser: fetch POST.',
        'Browser to api.example.com: OPTIONS /v1/orders.',
        'api.example.com to Browser: 204 · preflight passed · 30\u00a0ms.',
        'Browser to api.example.com: POST /v1/orders.',
        'api.example.com to Browser: 500 · no Access-Control-Allow-Origin · 45\u00a0ms. It breaks here.',
        'Browser to http://localhost:5173: TypeError: Failed to fetch.',
      ],
    },
    {
      name: 'headersNotAllowed',
      expected: [
        'http://localhost:5173 to Browser: fetch PUT.',
        'Browser to api.example.com: OPTIONS /v1/users/42.',
        'api.example.com to Browser: 204 · x-api-key isn’t allowed · 30\u00a0ms. It breaks here.',
        'Browser to http://localhost:5173: TypeError: Failed to fetch.',
      ],
    },
    {
      name: 'redirected',
      expected: [
        'http://localhost:5173 to Browser: fetch GET.',
        'Browser to api.example.com: GET /v1/download/7.',
        'api.example.com to Browser: 302 · redirects · 80\u00a0ms.',
        'Browser to files.example.net: GET /7.bin.',
        'files.example.net to Browser: 200 · Access-Control-Allow-Origin names another origin · 80\u00a0ms. It breaks here.',
        'Browser to http://localhost:5173: TypeError: Failed to fetch.',
      ],
    },
    {
      name: 'refused',
      expected: [
        'http://localhost:5173 to Browser: fetch GET.',
        'Browser to http://localhost:9090: GET /metrics.',
        'http://localhost:9090 to Browser: net::ERR_CONNECTION_REFUSED. It breaks here.',
        'Browser to http://localhost:5173: TypeError: Failed to fetch.',
      ],
    },
    {
      name: 'allowed',
      expected: [
        'http://localhost:5173 to Browser: fetch GET.',
        'Browser to api.example.com: GET /v1/items?page=2.',
        'api.example.com to Browser: 200 · 80\u00a0ms.',
        'Browser to http://localhost:5173: readable response.',
      ],
    },
    {
      name: 'pending',
      expected: [
        'http://localhost:5173 to Browser: fetch GET.',
        'Browser to api.example.com: GET /v1/slow.',
        'api.example.com to Browser: waiting….',
      ],
    },
    {
      name: 'font',
      expected: [
        'http://localhost:5173 to Browser: font GET.',
        'Browser to cdn.example.net: GET /inter.woff2.',
        'cdn.example.net to Browser: 200 · Access-Control-Allow-Origin names another origin · 80\u00a0ms. It breaks here.',
        'Browser to http://localhost:5173: error event, nothing loaded.',
      ],
    },
  ])('$name', ({ name, expected }) => {
    expect(diagramSentences(detailOf(name).diagram)).toEqual(expected);
  });
});

describe('of many redirects', () => {
  it('only the first, the last and where it broke are shown, and how many are left out is said', () => {
    const hop = (index: number) => ({
      url: `https://hop-${index}.example.com/`,
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
    });
    const exchange = anExchange({ ...hop(0), redirects: [1, 2, 3, 4, 5, 6].map(hop) });
    const { diagram } = toDetail(exchange, diagnose(exchange), null);
    expect(diagram.lanes.slice(2)).toEqual(['hop-0.example.com', 'hop-5.example.com', 'hop-6.example.com']);
    expect(diagramSentences(diagram)[3]).toBe('4 more redirects pass.');
    expect(diagram.messages).toHaveLength(9);
  });
});

describe('badges', () => {
  it('warn that the server got a blocked POST', () => {
    expect(detailOf('serverError').badges).toContainEqual({
      text: 'The POST reached the server',
      tone: 'warning',
    });
  });

  it('say that a request was never sent when its preflight failed', () => {
    expect(badges('headersNotAllowed')).toContain('The PUT itself was never sent');
  });

  it.each<ExchangeName>(['duplicate', 'refused', 'allowed', 'pending'])(
    'of %s do not speak of execution',
    (name) => {
      expect(badges(name).join()).not.toMatch(/reached|carried out|never sent/);
    },
  );
});

describe('what the explanation stands on', () => {
  it('is how sure it is, once it has ended', () => {
    expect(detailOf('serverError').sureness?.word).toBe('Certain');
    expect(detailOf('credentialsUnknown').sureness?.isSure).toBe(false);
    expect(detailOf('pending').sureness).toBeNull();
  });

  it('is who answered, where the answer tells', () => {
    expect(detailOf('serverError').answerer?.lines).toEqual(['Server: nginx/1.22.1']);
    expect(detailOf('duplicate').answerer).toBeNull();
  });

  it('is more than the change covers only where the change was proven', () => {
    expect(detailOf('manyFailures').nextFailures?.areCovered).toBe(true);
    const exchange = anExchange({ ...DESCRIPTIONS.manyFailures, id: 'x' });
    expect(toDetail(exchange, diagnose(exchange), null).nextFailures?.areCovered).toBe(false);
  });
});

describe('what to change', () => {
  it('shows the lines to replace next to those to have, and proves it', () => {
    expect(detailOf('duplicate').diff).toMatchObject({
      proof: 'proven-without-credentials',
      blocks: [
        {
          title: 'Response to GET https://gateway.example.org/items',
          lines: [
            { op: 'remove', text: 'Access-Control-Allow-Origin: *' },
            { op: 'remove', text: `Access-Control-Allow-Origin: ${PAGE}` },
            { op: 'add', text: `Access-Control-Allow-Origin: ${PAGE}` },
            { op: 'add', text: 'Vary: Origin' },
          ],
          copyText: `Access-Control-Allow-Origin: ${PAGE}\nVary: Origin`,
        },
      ],
    });
  });

  it('names the response to the preflight, and its status', () => {
    const [block] = detailOf('preflightUnauthorized').diff?.blocks ?? [];
    expect(block?.title).toBe('Response to the preflight, OPTIONS https://api.example.com/v1/me');
    expect(block?.lines.slice(0, 2)).toEqual([
      { op: 'remove', text: 'HTTP status 401' },
      { op: 'add', text: expect.stringMatching(/^HTTP status 20\d$/) },
    ]);
  });

  it('says that the error needs the headers too', () => {
    expect(detailOf('serverError').diff?.blocks[0]?.title).toMatch(/also when it is an error$/);
  });

  it.each<ExchangeName>(['refused', 'allowed', 'opaque'])('changes nothing in the response of %s', (name) => {
    expect(detailOf(name).diff).toBeNull();
  });
});

describe('headers', () => {
  it('come in the order in which they went over the wire', () => {
    expect(detailOf('serverError').messages.map(({ title }) => title)).toEqual([
      'OPTIONS preflight',
      'Preflight response 204',
      'POST request',
      'Response 500',
    ]);
  });

  it('count the lines of one name', () => {
    const response = detailOf('duplicate').messages.at(-1);
    expect(response?.lines.map(({ name, duplicates }) => [name, duplicates])).toEqual([
      ['Access-Control-Allow-Origin', 2],
      ['Content-Type', 1],
      ['Access-Control-Allow-Origin', 2],
    ]);
  });

  it('tell a masked value apart from text that was sent', () => {
    const request = detailOf('serverError').messages.find(({ title }) => title === 'POST request');
    expect(request?.lines.find(({ name }) => name === 'Authorization')?.value).toEqual([
      { kind: 'mask', text: '[masked: Bearer, 512 characters]', scheme: 'Bearer' },
    ]);
  });

  it('say when the browser did not show a message', () => {
    const request = detailOf('headersNotAllowed').messages.find(({ title }) => title === 'PUT request');
    expect(request).toMatchObject({ note: 'The browser didn’t show this message.', lines: [] });
  });

  it.each([
    ['that is UTF-8 as text', 'h\u00c3\u00a4', 'h\u00e4'],
    ['that is not as it is', 'h\u00e4', 'h\u00e4'],
  ])('show a value %s', (_, bytes, text) => {
    const exchange = anExchange({ response: { headers: { 'X-A': bytes } } });
    const [message] = toDetail(exchange, diagnose(exchange), null).messages.slice(-1);
    expect(message?.lines[0]).toMatchObject({ value: [{ kind: 'text', text }], length: 2 });
  });

  it('say that Firefox joins lines, where it matters', () => {
    expect(detailOf('firefox').messages.at(-1)?.note).toMatch(/^Firefox joins/);
  });
});

describe('what script can read', () => {
  const headers = {
    'Access-Control-Allow-Origin': PAGE,
    'Access-Control-Allow-Credentials': 'true',
    ETag: '1',
  };
  const own = [
    'access-control-allow-credentials',
    'access-control-allow-origin',
    'access-control-expose-headers',
  ];

  it.each<[string, ExchangeDescription, DetailVM['readable']]>([
    [
      'is told apart',
      { response: { headers: { ...headers, 'Access-Control-Expose-Headers': 'etag' } } },
      { readable: ['etag'], conditional: null, hidden: own },
    ],
    [
      'may hang on the credentials mode',
      { response: { headers: { ...headers, 'Access-Control-Expose-Headers': '*' } } },
      {
        readable: [],
        conditional: {
          condition: 'Script can read if credentials aren’t included',
          names: [...own, 'etag'],
        },
        hidden: [],
      },
    ],
    [
      'may hang on the API, too',
      { engine: 'firefox', response: { headers: { ...headers, 'Access-Control-Expose-Headers': '*, a b' } } },
      {
        readable: [],
        conditional: {
          condition: 'Script can read with fetch() only, if credentials aren’t included',
          names: [...own, 'etag'],
        },
        hidden: [],
      },
    ],
  ])('%s', (_, description, readable) => {
    const exchange = anExchange(description);
    expect(toDetail(exchange, diagnose(exchange), null).readable).toEqual(readable);
  });
});

describe('a value in UTF-8 with a character that can’t be seen', () => {
  it('is shown as people read it, with that character, wherever it is shown', () => {
    const { headline, diff, proof } = detailOf('strayCharacters');
    const value = 'http://local\u27e8U+200B\u27e9host: 5173';
    expect(headline.map(({ text }) => text).join('')).toContain(value);
    expect(diff?.blocks[0]?.lines[0]?.text).toBe(`Access-Control-Allow-Origin: ${value}`);
    const lines = proof.groups.flatMap((group) => group.lines);
    expect(lines.some(({ words }) => words.some(({ text }) => text === value))).toBe(true);
    expect(lines.flatMap(({ evidence }) => evidence.flatMap((each) => each.lines))).toContain(value);
  });
});

describe('hostile values', () => {
  it('can’t make a change that never ends', () => {
    const removed = detailOf('hostile').diff?.blocks[0]?.lines[0];
    expect(removed?.text.length).toBeLessThan(300);
  });

  it('can’t make a headline that never ends', () => {
    const { headline, url } = detailOf('hostile');
    expect(headline.every(({ text }) => text.length < 120)).toBe(true);
    expect(url.length).toBeLessThanOrEqual(240);
  });
});
