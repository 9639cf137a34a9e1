// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Comparison } from '../../../../src/panel/components/comparison.tsx';
import { toComparison } from '../../../../src/panel/view-models/comparison.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS } from '../../../gallery/exchanges.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';

function show(description: ExchangeDescription): void {
  const exchange = anExchange(description);
  const comparison = toComparison(exchange, diagnose(exchange).evaluation.fault);
  act(() => render(<Comparison comparison={comparison} />, document.body));
}

const allowing = (value: string): ExchangeDescription => ({
  response: { headers: { 'Access-Control-Allow-Origin': value } },
  outcome: 'blocked',
});
const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);

afterEach(() => render(null, document.body));

describe('Comparison', () => {
  it('marks what differs, also for those who don’t see marks', () => {
    show(allowing(`${PAGE}/`));
    expect(marks()).toEqual(['differs: /', 'something is missing here']);
    expect(document.querySelector('.comparison-words')?.textContent).toBe('Differs at the end: an extra /.');
  });

  it('shows an empty value as such', () => {
    show(allowing(''));
    expect(document.querySelector('dd')?.textContent).toBe('(empty)');
  });

  it('renders what a server wrote as text', () => {
    show(DESCRIPTIONS.hostile);
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(document.body.textContent).toContain('<img');
  });

  it('isn’t there where nothing was compared', () => {
    show(DESCRIPTIONS.serverError);
    expect(document.body.textContent).toBe('');
  });
});
