// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Preflights } from '../../../../src/panel/components/preflights.tsx';
import { toPreflights } from '../../../../src/panel/view-models/preflights.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

function show(name: ExchangeName, ...earlier: readonly ExchangeName[]) {
  const onSelect = vi.fn();
  const exchange = anExchange({ ...DESCRIPTIONS[name], id: name });
  const others = earlier.map((each) => anExchange({ ...DESCRIPTIONS[each], id: each }));
  const preflights = toPreflights(exchange, diagnose(exchange, { ofTarget: () => others }));
  act(() => render(<Preflights preflights={preflights} onSelect={onSelect} />, document.body));
  return { onSelect };
}

const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

afterEach(() => render(null, document.body));

describe('Preflights', () => {
  it('is closed, and says in a few words what made a preflight necessary', () => {
    show('saved');
    expect(document.querySelector('details')?.open).toBe(false);
    expect(texts('summary')).toEqual(['Why a preflightPUT, content-type']);
  });

  it('shows each reason with what would avoid it', () => {
    show('saved');
    expect(texts('dt')).toHaveLength(2);
    expect(texts('dd')).toHaveLength(2);
    expect(texts('p')).toHaveLength(3);
    expect(texts('p')[0]).toBe(
      'Because of PUT, content-type: application/json, the browser first asked the server, with a preflight. It took 30 ms, of 100 ms in all.',
    );
  });

  it('shows whose answer was kept, and only why one was needed', () => {
    show('savedAgain', 'saved');
    expect(texts('li')).toEqual([
      expect.stringMatching(/^The answer is .+ It came at .+ is kept until .+\. Show it$/),
    ]);
    expect(texts('dt')).toHaveLength(2);
    expect(texts('dd')).toEqual([]);
  });

  it('leads to the request that brought the answer', () => {
    const { onSelect } = show('savedAgain', 'saved');
    act(() => document.querySelector('button')?.click());
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('saved');
  });

  it('renders what a server or page wrote as text', () => {
    show('hostile');
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(document.body.textContent).toContain('X-UNUSUALLY-LONG-METHOD');
  });

  it('is left out where CORS doesn’t apply', () => {
    show('opaque');
    expect(document.querySelector('details')).toBeNull();
  });
});
