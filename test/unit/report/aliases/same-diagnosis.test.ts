import { describe, expect, it } from 'vitest';
import { withAliases } from '../../../../src/report/aliases/with-aliases.ts';
import { diagnose, type History } from '../../../../src/rules/index.ts';
import { ALL_CASES } from '../../../rules/all-cases.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const among = (exchanges: History extends { ofTarget(origin: string): infer T } ? T : never): History => ({
  ofTarget: () => exchanges,
});

describe('what the rules say of aliased exchanges', () => {
  it.each(ALL_CASES)('is what they say of the originals: %s', (_, { exchange: described, history = [] }) => {
    const exchange = { ...anExchange(described), id: 'the-one' };
    const context = history.map((each, index) => ({ ...anExchange(each), id: `h${index}` }));
    const aliased = withAliases({ exchanges: [exchange], context });
    const [alias] = aliased.exchanges;
    if (alias === undefined) throw new Error('It was given.');
    const before = diagnose(exchange, among(context));
    const after = diagnose(alias, among(aliased.context));
    const told = (each: typeof before) => ({
      verdict: each.verdict,
      lead: each.lead.rule,
      words: [each.lead.title.key, each.lead.headline.key, each.lead.explanation.key, each.lead.evidence.key],
      confidence: each.lead.confidence,
      findings: each.findings.map(({ rule }) => rule),
      notes: each.notes.map(({ rule }) => rule),
      answeredBy: each.answeredBy?.platforms,
      changes: each.fix.changes.length,
      disagreements: each.disagreements.length,
      actions: each.fix.actions.map(({ id }) => id),
    });
    expect(told(after)).toEqual(told(before));
  });
});
