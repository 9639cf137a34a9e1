// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Detail } from '../../../../src/panel/components/detail.tsx';
import { toDetail } from '../../../../src/panel/view-models/detail.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

function show(name: ExchangeName, onCopy = vi.fn(() => Promise.resolve(true))) {
  const exchange = anExchange({ ...DESCRIPTIONS[name], id: name });
  const detail = toDetail(exchange, diagnose(exchange), null);
  const handlers = {
    onCopy,
    onSelect: vi.fn(),
    onAdvice: vi.fn(),
    onWhatIf: vi.fn(),
    onLeave: vi.fn(),
    copying: { loadCommands: async () => [], copyMessage: async () => true, onCopy: async () => true },
    onSource: null,
    headerQuery: '',
    onHeaderQuery: vi.fn(),
    configuration: null,
  };
  act(() =>
    render(<Detail detail={detail} advice={[]} low={false} alone={false} {...handlers} />, document.body),
  );
  return { onCopy };
}

const button = (label: string | RegExp) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent?.match(label));

afterEach(() => render(null, document.body));

describe('Detail', () => {
  it('renders markup from a server as text', () => {
    show('hostile');
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
  });

  it('cuts a long header until it is asked for', () => {
    show('hostile');
    const long = 'b'.repeat(5000);
    expect(document.body.textContent).not.toContain(long);
    act(() => button('Show all 5,000 characters')?.click());
    expect(document.body.textContent).toContain(long);
    act(() => button('Show less')?.click());
    expect(document.body.textContent).not.toContain(long);
  });

  it('copies the header lines to have, and says so', async () => {
    const { onCopy } = show('duplicate');
    await act(async () => button('Copy headers')?.click());
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      'Access-Control-Allow-Origin: http://localhost:5173\nVary: Origin',
    );
    expect(button('Copied')).toBeDefined();
  });

  it('folds what passed of the proof, and opens what failed', () => {
    show('serverError');
    const parts = [...document.querySelectorAll<HTMLDetailsElement>('details.checks')];
    expect(
      parts.map(({ open, textContent }) => [
        open,
        /^\w+: (Request|Preflight|Response)/.exec(textContent ?? '')?.[0],
      ]),
    ).toEqual([
      [false, 'Passed: Request'],
      [false, 'Passed: Preflight'],
      [true, 'Failed: Response'],
    ]);
  });

  it('copies the change for one of the cases on which the answer hangs', async () => {
    const { onCopy } = show('credentialsUnknown');
    await act(async () => button('Copy headers')?.click());
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('Access-Control-Allow-Credentials: true'),
    );
  });

  it('links to its own pages and to https only, in a tab and without telling where from', () => {
    show('serverError');
    const links = [...document.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^(https:\/\/|\/causes\/[a-z-]+\.html$)/);
      expect(link.rel).toContain('noreferrer');
      expect(link.target).toBe('_blank');
    }
  });

  it('names the page about the cause before all others', () => {
    show('serverError');
    const first = document.querySelector('.links a');
    expect(first?.textContent).toBe('About this cause');
    expect(first?.getAttribute('href')).toBe('/causes/error-response-without-cors-headers.html');
  });

  it('tells what is wrong, shows it, says what to change, and has the rest in parts that can be folded', () => {
    show('manyFailures');
    expect(
      [...document.querySelectorAll('h2, h3')]
        .map(({ textContent }) => textContent?.slice(0, 14))
        .slice(1, 6),
    ).toEqual(['What happened', 'The difference', 'What to change', 'After you fix ', 'Good to know']);
    const parts = [...document.querySelectorAll<HTMLDetailsElement>('.fold')];
    expect(parts.map(({ dataset, open }) => [dataset['fold'], open])).toEqual([
      ['next', true],
      ['notes', true],
      ['sure', false],
      ['proof', true],
      ['preflights', false],
      ['browsers', false],
      ['timing', false],
      ['headers', false],
    ]);
  });

  it('says of an empty value wherever it shows one that it is empty', () => {
    show('emptyOrigin');
    for (const place of ['.comparison', '.diff-remove', '.evidence', '.header-lines']) {
      expect(
        [...document.querySelectorAll(place)].map(({ textContent }) => textContent).join(),
        place,
      ).toContain('(empty)');
    }
    expect(document.querySelector('[data-fold=sure]')?.textContent).toContain('with an empty');
  });

  it('opens the reasons where it isn’t sure', () => {
    show('credentialsUnknown');
    expect(document.querySelector<HTMLDetailsElement>('[data-fold="unsure"]')?.open).toBe(true);
  });
});
