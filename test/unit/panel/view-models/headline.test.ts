import { describe, expect, it } from 'vitest';
import { toComparison } from '../../../../src/panel/view-models/comparison.ts';
import { toHeadline } from '../../../../src/panel/view-models/headline.ts';
import { toParts } from '../../../../src/panel/view-models/text.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

/** What is marked in the headline, value by value; and the headline without marks. */
function headlineOf(name: ExchangeName) {
  const exchange = anExchange(DESCRIPTIONS[name]);
  const { headline, evaluation } = diagnose(exchange);
  const parts = toParts(headline);
  const marked = toHeadline(parts, toComparison(exchange, evaluation.fault));
  return {
    marks: marked.flatMap(({ pieces }) =>
      pieces === undefined ? [] : [pieces.filter(({ differs }) => differs).map(({ shown }) => shown)],
    ),
    keepsItsText: marked.every(({ text }, index) => text === parts[index]?.text),
  };
}

describe('toHeadline', () => {
  it('marks in both values the characters that look alike', () => {
    expect(headlineOf('lookAlike')).toEqual({ marks: [['\u043e'], ['o']], keepsItsText: true });
  });

  it.each<ExchangeName>([
    'font',
    'trailingSlash',
    'otherSchemeAndPort',
    'strayCharacters',
    'serverError',
    'allowed',
  ])('marks nothing that is seen without marks, or that nothing was compared with: %s', (name) => {
    expect(headlineOf(name).marks).toEqual([]);
  });
});
