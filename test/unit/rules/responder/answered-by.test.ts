import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../../../src/model/exchange.ts';
import type { Header, HeaderList } from '../../../../src/model/header-list.ts';
import { placeholdersOf, renderMessage, templateOf } from '../../../../src/rules/render-message.ts';
import { answeredBy } from '../../../../src/rules/responder/answered-by.ts';
import { ANSWERED_BY, ANSWERED_BY_WORDS } from '../../../../src/rules/responder/answered-by-words.ts';
import { PLATFORMS } from '../../../../src/rules/responder/platforms.ts';
import { joinLines } from '../../../rules/exchange-builder.ts';
import { RESPONSE_CASES } from '../../../rules/platforms/response-cases.ts';

const CASES = Object.entries(RESPONSE_CASES);

function aResponse(
  status: number,
  headers: HeaderList,
  lines: HttpResponse['lines'] = 'apart',
): HttpResponse {
  return { status, headers, lines, receivedAt: 0 };
}

describe('who answered', () => {
  it.each(CASES)('%s', (_name, { status, headers, platforms, maker, statement }) => {
    const answer = answeredBy(aResponse(status, headers));
    expect(answer?.platforms ?? []).toEqual(platforms);
    expect(answer === null || answer.maker === null ? null : Object.values(answer.maker)).toEqual(maker);
    expect(answer === null ? null : renderMessage(answer.statement)).toBe(statement);
  });

  it.each(CASES)(
    'is the same where the browser joins the lines of a name: %s',
    (_name, { status, headers, platforms }) => {
      const answer = answeredBy(aResponse(status, joinLines(headers), 'joined'));
      expect(answer?.platforms ?? []).toEqual(platforms);
    },
  );

  it('is unknown without an answer', () => {
    expect(answeredBy(null)).toBeNull();
    expect(answeredBy(aResponse(0, []))).toBeNull();
  });

  it('is told with the lines that show it, each once and cut to a readable length', () => {
    const long = `Error ${'x'.repeat(500)}`;
    const headers: HeaderList = [
      ['Date', 'Sat, 21 Nov 2026 08:00:00 GMT'],
      ['Server', 'nginx'],
      ['Content-Type', 'text/html'],
      ['CF-RAY', long],
      ['Server', 'a second line'],
    ];
    expect(answeredBy(aResponse(502, headers))?.evidence).toEqual([
      ['CF-RAY', `${long.slice(0, 99)}…`],
      ['Server', 'nginx'],
      ['Content-Type', 'text/html'],
    ]);
  });

  it('is known for every platform of the table', () => {
    const known = new Set(CASES.flatMap(([, { platforms }]) => platforms));
    expect(PLATFORMS.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });

  it('is a maker by each of the table’s confidences for it', () => {
    const makers = new Set(CASES.flatMap(([, { maker }]) => (maker === null ? [] : [maker.join(' ')])));
    const possible = PLATFORMS.flatMap(({ id, made }) => made.map(({ confidence }) => `${id} ${confidence}`));
    expect(possible.filter((each) => !makers.has(each))).toEqual([]);
  });
});

describe('the words about who answered', () => {
  const statements = CASES.flatMap(
    ([, { status, headers }]) => answeredBy(aResponse(status, headers))?.statement ?? [],
  );

  it.each(Object.keys(ANSWERED_BY_WORDS))('are all used: %s', (key) => {
    expect(statements.map((statement) => statement.key)).toContain(key);
  });

  it('get all of their values, and no others', () => {
    for (const statement of statements) {
      expect(statement.rule).toBe(ANSWERED_BY);
      expect([...placeholdersOf(templateOf(statement))].sort()).toEqual(Object.keys(statement.data).sort());
    }
  });

  it.each(Object.values(ANSWERED_BY_WORDS))('are written well: %s', (template) => {
    expect(template).toMatch(/^\S.*\.$/);
    expect(template).not.toMatch(/'|\.\.\.| {2}|`/);
  });
});

/** Header lines from the names and values of the cases, in any combination, and lines that nobody sends. */
const knownLines = CASES.flatMap(([, { headers }]) => headers);
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '{name}',
    '`',
    '[masked: ',
    '[masked: 1 characters]',
    '\u0000\u202e',
  ),
);
const someLine: fc.Arbitrary<Header> = fc.oneof(
  fc.constantFrom(...knownLines),
  fc.tuple(fc.constantFrom(...knownLines.map(([name]) => name)), someText),
  fc.tuple(someText, fc.oneof(someText, fc.constantFrom(...knownLines.map(([, value]) => value)))),
);

describe('whatever a server sends', () => {
  const someHeaders = fc.array(someLine, { maxLength: 12 });

  it('nothing is claimed without a line of the response that shows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 599 }), someHeaders, (status, headers) => {
        const answer = answeredBy(aResponse(status, headers));
        if (answer === null) return;
        expect(answer.evidence.length).toBeGreaterThan(0);
        for (const [name, value] of answer.evidence) {
          const start = value.endsWith('…') && value.length === 100 ? value.slice(0, -1) : value;
          expect(headers.some(([each, whole]) => each === name && whole.startsWith(start))).toBe(true);
        }
        if (answer.maker !== null) expect(answer.platforms).toContain(answer.maker.platform);
        expect(new Set(answer.platforms).size).toBe(answer.platforms.length);
        expect(renderMessage(answer.statement)).not.toMatch(/[{}]/);
      }),
    );
  });

  it('the order of its lines makes no difference to who is found', () => {
    fc.assert(
      fc.property(someHeaders, (headers) => {
        const turned = answeredBy(aResponse(502, headers.toReversed()));
        expect(turned?.platforms).toEqual(answeredBy(aResponse(502, headers))?.platforms);
        expect(turned?.maker).toEqual(answeredBy(aResponse(502, headers))?.maker);
      }),
    );
  });

  it('a mark is looked for only where marks are', () => {
    const far: Header = ['Via', `${'1.1 proxy, '.repeat(200)}1.1 edge.cloudfront.net (CloudFront)`];
    expect(answeredBy(aResponse(502, [far]))).toBeNull();
    const proxies = Array.from({ length: 100 }, (): Header => ['Via', '1.1 proxy']);
    expect(answeredBy(aResponse(502, [...proxies, ['Via', '1.1 vegur']]))).toBeNull();
  });

  const names = new Set(
    PLATFORMS.flatMap(({ marks, made }) => [...marks.flat(), ...made.flatMap(({ sign }) => sign)]).map(
      ({ header }) => header,
    ),
  );

  it.each(['a', ' ', '1.1 ', 'cloudfront.net ', '\n, AWSALB', '[masked: ', ' B1', '0'])(
    'a megabyte of `%s` in every line says no more than its beginning',
    (piece) => {
      const value = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const headers = [...names].map((name): Header => [name, value]);
      const begun = headers.map(([name, whole]): Header => [name, whole.slice(0, 1000)]);
      const answer = answeredBy(aResponse(502, headers));
      expect(answer).toEqual(answeredBy(aResponse(502, begun)));
      expect(answer?.evidence.every(([, shown]) => shown.length <= 100)).toBe(true);
    },
  );
});
