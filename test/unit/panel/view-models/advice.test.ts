import { describe, expect, it } from 'vitest';
import { countAdvice, toAdvice, toMentions } from '../../../../src/panel/view-models/advice.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { someAdvice, TARGET } from '../some-advice.ts';

const RECORDED = new Map(
  Array.from({ length: 8 }, (_, index) =>
    anExchange({ id: `x${index}`, url: `https://api.example.com/${index}` }),
  ).map((each) => [each.id, each]),
);

const lineOf = (...[more]: Parameters<typeof someAdvice>) => {
  const line = toAdvice([someAdvice(more)], RECORDED).hosts[0]?.lines[0];
  if (line === undefined) throw new Error('There is one line.');
  return line;
};

describe('toAdvice', () => {
  it('has servers and their lines by the gravest', () => {
    const other = 'http://other.example';
    const { hosts, empty } = toAdvice(
      [
        someAdvice({ rule: 'a', severity: 'info' }),
        someAdvice({ rule: 'b', severity: 'high', target: other }),
        someAdvice({ rule: 'c', severity: 'low', target: other }),
        someAdvice({ rule: 'd', severity: 'medium' }),
      ],
      RECORDED,
    );
    expect(hosts.map(({ label, lines }) => [label, ...lines.map(({ severity }) => severity)])).toEqual([
      ['http://other.example', 'high', 'low'],
      ['api.example.com', 'medium', 'info'],
    ]);
    expect(empty).toBeNull();
  });

  it.each([
    [{}, 'in 1 request'],
    [{ exchanges: ['x1', 'x2'] }, 'in 2 requests'],
    [{ cost: { requests: 1, milliseconds: 80.4 } }, 'in 1 request · costs 1 request, 80 ms'],
    [{ cost: { requests: 23, milliseconds: 1_420 } }, 'in 1 request · costs 23 requests, 1.4 s'],
    [{ cost: { requests: 90, milliseconds: 12_800 } }, 'in 1 request · costs 90 requests, 13 s'],
  ])('%j says %s', (more, extent) => {
    expect(lineOf(more).extent).toBe(extent);
  });

  it('lists the first five requests that are still there, and counts the others', () => {
    const line = lineOf({ exchanges: ['gone', 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6'] });
    expect(line.exchanges).toHaveLength(5);
    expect(line.exchanges[0]).toEqual({ id: 'x0', label: 'GET /0', times: '' });
    expect(line.more).toBe('and 2 more');
    expect(lineOf().more).toBe('');
  });

  it('lists requests that read alike as one, with their pages where these differ', () => {
    const alike = ['https://a.example', 'https://b.example', 'https://a.example'].map((origin, index) =>
      anExchange({ id: `x${index}`, origin }),
    );
    const recorded = new Map(alike.map((each) => [each.id, each]));
    const [host] = toAdvice([someAdvice({ exchanges: ['x0', 'x1', 'x2'] })], recorded).hosts;
    expect(host?.lines[0]).toMatchObject({
      exchanges: [
        { id: 'x0', label: 'GET /items for a.example', times: '2 times' },
        { id: 'x1', label: 'GET /items for b.example', times: '' },
      ],
      more: '',
    });
  });

  it('says how sure it is, and why', () => {
    expect(lineOf().sureness).toEqual({
      word: 'Likely',
      isSure: false,
      why: [{ text: 'some-rule: evidence', code: false }],
    });
  });

  it('has a script only where there is something to try', () => {
    expect(lineOf().probes).toBeNull();
    expect(lineOf({ probes: [] }).probes).toBeNull();
    expect(lineOf({ probes: ['null'] }).probes).toMatch(/^for .* null\n.*curl /s);
    expect(lineOf({ probes: ['null'], exchanges: ['gone'] }).probes).toBeNull();
  });

  it('leads to the page of its rule', () => {
    expect(lineOf().page).toBe('/causes/some-rule.html');
  });

  it.each([0, 1, 2])('has something to say where there is no advice on %i requests', (count) => {
    const { empty, hosts } = toAdvice([], new Map([...RECORDED].slice(0, count)));
    expect(hosts).toEqual([]);
    expect(empty?.title).toBe(count === 0 ? 'No advice yet' : 'Nothing to improve');
    expect(empty?.lines.join(' ')).not.toMatch(/undefined|1 recorded requests/);
  });
});

describe('toMentions', () => {
  it('has what this exchange shows, the gravest first', () => {
    const advice = [
      someAdvice({ rule: 'a', severity: 'low', exchanges: ['x1', 'x2'] }),
      someAdvice({ rule: 'b', severity: 'high', exchanges: ['x2'] }),
      someAdvice({ rule: 'c', exchanges: ['x1'] }),
    ];
    expect(toMentions(advice, 'x2').map(({ key }) => key)).toEqual([`b ${TARGET}`, `a ${TARGET}`]);
    expect(toMentions(advice, 'x3')).toEqual([]);
  });
});

it('counts what asks for a change', () => {
  expect(countAdvice([someAdvice({ severity: 'info' }), someAdvice(), someAdvice({ severity: 'low' })])).toBe(
    2,
  );
});
