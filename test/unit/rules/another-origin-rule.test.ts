import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';
import { allowing } from '../../rules/rule-case.ts';

const OTHER = 'http://localhost:3000';

/** Another exchange with the same server, of a page on `origin`, by which the server named `named`. */
function answered(origin: string, named: string): ExchangeDescription {
  return { id: 'x0', origin, response: { headers: allowing(named) } };
}

const table: readonly (readonly [name: string, others: readonly ExchangeDescription[], evidence: string])[] =
  [
    ['nothing else was seen', [], 'evidence'],
    ['this page got the same from another URL', [answered(PAGE, OTHER)], 'evidence'],
    ['a third page got the same', [answered('http://localhost:8080', OTHER)], 'evidence'],
    ['the page that it names got it', [answered(OTHER, OTHER)], 'evidence-named-for-others'],
    ['this page was named elsewhere', [answered(PAGE, PAGE)], 'evidence-named-yours'],
    ['this page was named to another', [answered(OTHER, PAGE)], 'evidence-named-yours'],
    ['both were', [answered(OTHER, OTHER), answered(PAGE, PAGE)], 'evidence-named-yours'],
  ];

describe('what other responses of the server add', () => {
  it.each(table)('%s', (_name, others, evidence) => {
    const exchange = anExchange({ response: { headers: allowing(OTHER) }, outcome: 'blocked' });
    const history = { ofTarget: () => [...others.map(anExchange), exchange] };
    const { lead } = diagnose(exchange, history);
    expect(lead.rule).toBe('origin-port');
    expect(lead.evidence.key).toBe(evidence);
    expect(lead.explanation.key).toBe(
      evidence === 'evidence-named-yours' ? 'explanation-named-yours' : 'explanation',
    );
  });
});

describe('how the server chooses, as far as its other responses show it', () => {
  const VALUE = 'https://app.example.com';
  const THIRD = 'https://admin.example.com';
  const choices: readonly (readonly [
    name: string,
    others: readonly ExchangeDescription[],
    evidence: string,
  ])[] = [
    ['nothing else was seen', [], 'evidence'],
    ['whoever asks gets the same', [answered(THIRD, VALUE)], 'evidence-fixed'],
    ['another page is named to itself', [answered(THIRD, THIRD)], 'evidence-list'],
    ['everyone may read another URL', [answered(THIRD, '*')], 'evidence'],
    ['another URL has another fixed value', [answered(PAGE, THIRD)], 'evidence'],
    ['a page without an origin got the same', [answered('null', VALUE)], 'evidence'],
  ];

  it.each(choices)('%s', (_name, others, evidence) => {
    const exchange = anExchange({ response: { headers: allowing(VALUE) }, outcome: 'blocked' });
    const { lead } = diagnose(exchange, { ofTarget: () => others.map(anExchange) });
    expect([lead.rule, lead.evidence.key]).toEqual(['origin-other', evidence]);
  });
});
