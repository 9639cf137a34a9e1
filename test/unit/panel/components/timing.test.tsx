// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Timing } from '../../../../src/panel/components/timing.tsx';
import { toTiming } from '../../../../src/panel/view-models/timing.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

function show(name: ExchangeName): void {
  const exchange = anExchange({ ...DESCRIPTIONS[name], id: name });
  act(() => render(<Timing timing={toTiming(exchange, diagnose(exchange).evaluation)} />, document.body));
}

const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, .timing-time')].map(({ textContent }) => textContent),
  );

afterEach(() => render(null, document.body));

describe('Timing', () => {
  it('has a line for each part, then the whole', () => {
    show('redirected');
    expect(rows()).toEqual([
      ['GET, until the response’s headers', '80 ms'],
      ['Redirect 1: GET, until the response’s headers', '80 ms'],
      ['In all', '200 ms'],
    ]);
    expect(document.querySelectorAll('rect')).toHaveLength(2);
  });

  it('says why a preflight that was kept took nothing', () => {
    show('savedAgain');
    expect(rows()[0]).toEqual(['Preflight The browser still had the answer to an earlier one.', '0 ms']);
  });

  it('isn’t there before anything was measured', () => {
    show('pending');
    expect(document.body.textContent).toBe('');
  });
});
