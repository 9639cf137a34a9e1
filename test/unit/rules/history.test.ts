import { describe, expect, it } from 'vitest';
import { type History, namingAnswers, successesNamingNone } from '../../../src/rules/history.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, API, allowing, PUT_JSON } from '../../rules/rule-case.ts';

const OTHER = 'https://other.example';

function historyOf(...others: readonly ExchangeDescription[]): History {
  const exchanges = others.map((each, index) => anExchange({ id: `x${index}`, ...each }));
  return { ofTarget: () => exchanges };
}

describe('namingAnswers', () => {
  const table: readonly (readonly [
    name: string,
    others: readonly ExchangeDescription[],
    answers: readonly (readonly [asker: string, asked: string, url: string, named: string])[],
  ])[] = [
    ['nothing', [], []],
    ['an answer that names nobody', [{ response: {} }], []],
    ['one that does', [{ response: { headers: allowing('*') } }], [[PAGE, 'GET', API, '*']]],
    [
      'a preflight’s before that of its request',
      [
        {
          ...PUT_JSON,
          preflight: { headers: ALLOWS_PUT_JSON },
          response: { headers: allowing('*') },
        },
      ],
      [
        [PAGE, 'OPTIONS', API, PAGE],
        [PAGE, 'PUT', API, '*'],
      ],
    ],
    [
      'a hop of the server on the way to another',
      [
        {
          response: { headers: allowing(PAGE) },
          redirects: [{ url: OTHER, response: { headers: allowing('*') } }],
        },
      ],
      [[PAGE, 'GET', API, PAGE]],
    ],
    [
      'that of another page',
      [{ origin: OTHER, response: { headers: allowing(OTHER) } }],
      [[OTHER, 'GET', API, OTHER]],
    ],
    ['another server’s', [{ url: OTHER, response: { headers: allowing('*') } }], []],
    ['its own', [{ id: 'self', response: { headers: allowing('*') } }], []],
  ];

  it.each(table)('%s', (_name, others, answers) => {
    const given = namingAnswers('self', API, historyOf(...others));
    expect(given.map(({ asker, asked, url, named }) => [asker, asked, url, named])).toEqual(answers);
  });
});

describe('successesNamingNone', () => {
  const table: readonly (readonly [
    name: string,
    others: readonly ExchangeDescription[],
    expected: number,
  ])[] = [
    ['nothing', [], 0],
    ['two without the header', [{ response: {} }, { response: { status: 204 } }], 2],
    ['one of them has it', [{ response: {} }, { response: { headers: allowing('*') } }], 0],
    ['errors say nothing of successes', [{ response: { status: 404 } }], 0],
    ['other pages may be treated otherwise', [{ origin: OTHER, response: {} }], 0],
    ['what was loaded without CORS had no Origin', [{ mode: 'no-cors', response: {} }], 0],
  ];

  it.each(table)('%s', (_name, others, expected) => {
    expect(successesNamingNone(anExchange({ id: 'self' }), API, historyOf(...others))).toBe(expected);
  });
});
