import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { aliasReport, type Comparison, compareReports, type Report } from '../../../src/report/index.ts';
import { plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';
import { aReport, aReportOfAllKinds } from './sample-reports.ts';

const blocked: ExchangeDescription = { response: {}, outcome: 'blocked' };
const crashed: ExchangeDescription = { response: { status: 500 }, outcome: 'blocked' };
const passes: ExchangeDescription = { response: { headers: { 'Access-Control-Allow-Origin': PAGE } } };
const forAll: ExchangeDescription = { response: { headers: { 'Access-Control-Allow-Origin': '*' } } };
const pending: ExchangeDescription = { outcome: 'pending' };
const user = (id: number, description: ExchangeDescription): ExchangeDescription => ({
  ...description,
  url: `https://api.example.com/users/${id}`,
});

/** A report whose ids are its own. */
function reportOf(prefix: string, descriptions: readonly ExchangeDescription[]): Report {
  return aReport(descriptions.map((each, index) => anExchange({ ...each, id: `${prefix}${index}` })));
}

const KINDS = ['fixed', 'stillFailing', 'changedCause', 'new', 'notSeenAgain'] as const;

/** `fixed b0,b1 > a0`: what happened, and the exchanges that show it. */
function told(comparison: Comparison): readonly string[] {
  return KINDS.flatMap((kind) =>
    comparison[kind].map(
      ({ before, after }) => `${kind} ${before?.exchanges.join() ?? '-'} > ${after?.exchanges.join() ?? '-'}`,
    ),
  );
}

describe('two reports, compared', () => {
  it.each<[string, readonly ExchangeDescription[], readonly ExchangeDescription[], readonly string[]]>([
    ['nothing', [], [], []],
    ['what passes', [passes], [passes], []],
    ['a repaired server', [blocked], [passes], ['fixed b0 > a0']],
    ['an unchanged server', [blocked], [blocked], ['stillFailing b0 > a0']],
    ['another cause', [crashed], [blocked], ['changedCause b0 > a0']],
    ['a broken server', [passes], [blocked], ['new b0 > a0']],
    ['a request that wasn’t made before', [], [blocked], ['new - > a0']],
    ['a request that wasn’t made again', [blocked], [], ['notSeenAgain b0 > -']],
    ['a request that still runs', [blocked], [pending], ['notSeenAgain b0 > -']],
    [
      'a request that the page left',
      [blocked],
      [{ outcome: { closed: 'navigation' } }],
      ['notSeenAgain b0 > -'],
    ],
    ['one that ran before', [pending], [blocked], ['new - > a0']],
    [
      'another query',
      [{ ...blocked, url: 'https://api.example.com/items?_=1' }],
      [{ ...passes, url: 'https://api.example.com/items?_=2' }],
      ['fixed b0 > a0'],
    ],
    ['another id in the path', [user(1, blocked)], [user(2, passes)], ['fixed b0 > a0']],
    ['several ids', [user(1, blocked), user(2, blocked)], [user(3, blocked)], ['stillFailing b0,b1 > a0']],
    [
      'an id that fails and one that passes',
      [user(1, blocked), user(2, passes)],
      [user(1, passes), user(2, passes)],
      ['fixed b0 > a0,a1'],
    ],
    ['an id that fails alone', [user(1, passes)], [user(1, blocked), user(2, passes)], ['new b0 > a0']],
    ['repeated requests', [blocked, blocked], [blocked, blocked, blocked], ['stillFailing b0,b1 > a0,a1,a2']],
    ['a repair in the midst', [blocked], [blocked, passes], ['fixed b0 > a1']],
    ['a break in the midst', [passes, blocked], [blocked], ['stillFailing b1 > a0']],
    [
      'two causes of which one is left',
      [user(1, blocked), user(2, crashed)],
      [user(1, blocked)],
      ['stillFailing b0 > a0', 'changedCause b1 > a0'],
    ],
    [
      'two causes of which one passes',
      [user(1, blocked), user(2, crashed)],
      [user(1, blocked), user(2, passes)],
      ['fixed b1 > a1', 'stillFailing b0 > a0'],
    ],
    ['another method', [blocked], [{ ...passes, method: 'POST' }], ['notSeenAgain b0 > -']],
    ['another page', [blocked], [{ ...forAll, origin: 'https://www.example.com' }], ['notSeenAgain b0 > -']],
    [
      'another server',
      [blocked],
      [{ ...blocked, url: 'https://eu.example.com/items' }],
      ['new - > a0', 'notSeenAgain b0 > -'],
    ],
    [
      'another path',
      [blocked],
      [{ ...passes, url: 'https://api.example.com/orders' }],
      ['notSeenAgain b0 > -'],
    ],
    ['another type', [blocked], [{ ...passes, type: 'font' }], ['notSeenAgain b0 > -']],
    [
      'a server that isn’t there any more',
      [passes],
      [{ outcome: { error: 'net::ERR_CONNECTION_REFUSED' } }],
      ['new b0 > a0'],
    ],
  ])('tell of %s', (_, before, after, expected) => {
    expect(told(compareReports(reportOf('b', before), reportOf('a', after)))).toEqual(expected);
  });

  it('name the request as people do, and its causes', () => {
    const [changed] = compareReports(
      reportOf('b', [user(1, crashed)]),
      reportOf('a', [user(2, blocked)]),
    ).changedCause;
    expect(changed).toMatchObject({
      method: 'GET',
      target: 'https://api.example.com',
      path: '/users/:id',
      initiator: PAGE,
      type: 'xmlhttprequest',
      before: { isFailing: true, verdict: 'blocked', lead: { rule: 'error-response-without-cors-headers' } },
      after: { isFailing: true, verdict: 'blocked', lead: { rule: 'no-cors-headers' } },
    });
  });

  it('say that aliases may mean two servers', () => {
    const report = aReportOfAllKinds();
    expect(compareReports(report, report).hasAliases).toBe(false);
    expect(compareReports(report, aliasReport(report).report).hasAliases).toBe(true);
  });
});

describe('any two reports', () => {
  const exchanges = (prefix: string): fc.Arbitrary<readonly Exchange[]> =>
    fc
      .array(plausibleExchange, { maxLength: 8 })
      .map((all) => all.map((each, index) => ({ ...each, id: `${prefix}${index}` })));

  it('have nothing fixed and nothing new if they are one', () => {
    fc.assert(
      fc.property(exchanges('x'), (all) => {
        const report = aReport(all);
        const { stillFailing, hasAliases: _, ...rest } = compareReports(report, report);
        expect(rest).toEqual({ fixed: [], changedCause: [], new: [], notSeenAgain: [] });
        for (const { before, after } of stillFailing) expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('say the opposite the other way round', () => {
    fc.assert(
      fc.property(exchanges('b'), exchanges('a'), (before, after) => {
        const one = compareReports(aReport(before), aReport(after));
        const other = compareReports(aReport(after), aReport(before));
        const turned = (list: Comparison['new']) =>
          list.map((each) => JSON.stringify({ ...each, before: each.after, after: each.before })).sort();
        const plain = (list: Comparison['new']) =>
          list.map((each) => JSON.stringify({ ...each, before: each.before, after: each.after })).sort();
        expect(turned(other.stillFailing)).toEqual(plain(one.stillFailing));
        expect(turned(other.changedCause)).toEqual(plain(one.changedCause));
        expect(turned(other.new)).toEqual(plain([...one.fixed, ...one.notSeenAgain]));
        expect(turned([...other.fixed, ...other.notSeenAgain])).toEqual(plain(one.new));
      }),
      { numRuns: 60 },
    );
  });
});
