// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { Apis } from '../../../../src/panel/components/apis.tsx';
import { exchanges } from '../../../gallery/exchanges.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';
import { apisState } from '../apis-state.ts';

function show(recorded: readonly Exchange[], at: string | null = null) {
  const view = apisState(recorded).value;
  const handlers = {
    onCopy: vi.fn(() => Promise.resolve(true)),
    onAdvice: vi.fn(),
    onSelect: vi.fn(),
    onLeave: vi.fn(),
    configure: { choose: vi.fn(), useSource: vi.fn(), change: vi.fn(), reset: vi.fn() },
  };
  act(() => render(<Apis view={view} at={at} alone={false} {...handlers} />, document.body));
  return handlers;
}

const cells = () => [...document.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')];
const links = () => [...document.querySelectorAll<HTMLButtonElement>('[data-action="show-exchange"]')];

const FAILS = 'https://gateway.example.org GET /items fails';

afterEach(() => render(null, document.body));

describe('Apis', () => {
  it('opens servers with failures, and leaves the others folded', () => {
    show(exchanges('duplicate', 'allowed'));
    expect([...document.querySelectorAll<HTMLDetailsElement>('details.api')].map(({ open }) => open)).toEqual(
      [true, false],
    );
  });

  it('unfolds a number into its requests, and leads to one', () => {
    const { onSelect } = show(exchanges('duplicate', 'allowed'));
    expect(links()).toHaveLength(0);
    act(() => cells()[0]?.click());
    expect(cells()[0]?.getAttribute('aria-expanded')).toBe('true');
    act(() => links()[0]?.click());
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('duplicate', FAILS);
    act(() => cells()[0]?.click());
    expect(links()).toHaveLength(0);
  });

  it('opens the server that is asked for, also one without failures, and has the focus there', () => {
    show(exchanges('duplicate', 'allowed'), 'https://api.example.com');
    const [, second] = document.querySelectorAll<HTMLDetailsElement>('details.api');
    expect(second?.open).toBe(true);
    expect(document.activeElement).toBe(second?.querySelector('summary'));
  });

  it('comes back to the number from which it was left', () => {
    show(exchanges('duplicate', 'allowed'), FAILS);
    expect(document.activeElement).toBe(cells()[0]);
    expect(links()).toHaveLength(1);
  });

  it('shows the first few rows, and the others when asked', () => {
    const paths = 'abcdefghijkl'.split('');
    show(
      paths.map((path) =>
        anExchange({
          id: path,
          url: `https://api.example.com/${path}`,
          response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
        }),
      ),
    );
    expect(cells()).toHaveLength(8);
    act(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Show 4 more')
        ?.click(),
    );
    expect(cells()).toHaveLength(12);
  });

  it('copies the policy', async () => {
    const { onCopy } = show(exchanges('duplicate'));
    await act(async () => document.querySelector<HTMLButtonElement>('.policy button')?.click());
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`Origins: ${PAGE}`));
  });

  it('says what will be here where there is nothing yet', () => {
    show([]);
    expect(document.querySelector('h3')?.textContent).toBe('No API yet');
  });

  it('renders what a page asked for as text', () => {
    show([anExchange({ url: 'https://api.example.com/<img src=x onerror=alert(1)>', response: {} })]);
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
  });
});
