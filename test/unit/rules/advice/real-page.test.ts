import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../../src/rules/advice/advice.ts';
import { adviseOn } from '../../../../src/rules/index.ts';
import { aRealPage } from '../../../advice/real-page.ts';
import { aTraffic } from '../../../advice/traffic-builder.ts';
import { PAGE } from '../../../rules/rule-case.ts';

const MOST_LINES = 3;

describe('on a page with hundreds of requests', () => {
  it('whose servers are set up as they should be, nothing weighs anything', () => {
    const recorded = aTraffic(aRealPage({ careless: false }));
    expect(recorded.filter(({ evaluation }) => evaluation.verdict !== 'allowed')).toEqual([]);
    const advice = adviseOn(recorded);
    expect(advice.filter(({ severity }) => severity !== 'info').map(lineOf)).toEqual([]);
    expectFewLines(advice);
    const fine = advice.filter(({ rule }) => rule === 'wildcard-is-fine');
    expect(fine.map(({ target, exchanges }) => [target, exchanges.length])).toEqual([
      ['https://fonts.example.org', 40],
      ['https://images.cdn.example.net', 60],
    ]);
  });

  it('whose servers are set up as most are, each gets a few lines at most', () => {
    const advice = adviseOn(aTraffic(aRealPage({ careless: true })));
    expectFewLines(advice);
    expect(advice.map(lineOf)).toEqual(
      expect.arrayContaining([
        'info over-broad-allow-lists https://api.example.com 15',
        'info vary-origin-missing https://login.example.com 10',
        'info preflight-headers-on-response https://api.example.com 150',
      ]),
    );
    expect(advice.filter(({ severity }) => severity === 'high')).toEqual([]);
  });

  it('that runs on the developer’s computer, it says once that production lets it in', () => {
    const page = aRealPage({ careless: false }).map((each) => ({ ...each, origin: PAGE }));
    const moved: typeof page = JSON.parse(JSON.stringify(page).replaceAll('https://app.example.com', PAGE));
    const advice = adviseOn(aTraffic(moved));
    expectFewLines(advice);
    expect(advice.filter(({ topic }) => topic === 'security').map(lineOf)).toEqual([
      'medium development-origin-in-production https://api.example.com 150',
      'medium development-origin-in-production https://collect.metrics.example 40',
      'medium development-origin-in-production https://login.example.com 10',
      'info wildcard-is-fine https://fonts.example.org 40',
      'info wildcard-is-fine https://images.cdn.example.net 60',
    ]);
  });
});

function lineOf({ severity, rule, target, exchanges }: Advice): string {
  return `${severity} ${rule} ${target} ${exchanges.length}`;
}

function expectFewLines(advice: readonly Advice[]): void {
  for (const target of new Set(advice.map((each) => each.target))) {
    const lines = advice.filter((each) => each.target === target).map(lineOf);
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(MOST_LINES);
  }
}
