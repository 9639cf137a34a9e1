// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Advice } from '../../../../src/panel/components/advice.tsx';
import { AdviceMentions } from '../../../../src/panel/components/advice-mentions.tsx';
import { toAdvice, toMentions } from '../../../../src/panel/view-models/advice.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { someAdvice, TARGET } from '../some-advice.ts';

const HOSTILE = `<img src=x onerror=alert(1)>'$(touch pwned)`;
const EXCHANGE = anExchange({ id: 'x1', url: `${TARGET}/${HOSTILE}` });
const ADVICE = [
  someAdvice({ rule: 'first' }),
  someAdvice({
    rule: 'second',
    severity: 'high',
    title: { rule: HOSTILE, key: HOSTILE, data: {} },
    probes: [HOSTILE],
    actions: [{ id: HOSTILE, data: {} }],
  }),
];

function show(at: string | null = null) {
  const handlers = { onCopy: vi.fn(() => Promise.resolve(true)), onSelect: vi.fn(), onLeave: vi.fn() };
  const advice = toAdvice(ADVICE, new Map([['x1', EXCHANGE]]));
  act(() => render(<Advice advice={advice} at={at} alone={false} {...handlers} />, document.body));
  return handlers;
}

const button = (selector: string) => document.querySelector<HTMLButtonElement>(`${selector} button`);

afterEach(() => render(null, document.body));

describe('Advice', () => {
  it('is folded but for the line that is wanted, which has the focus', () => {
    show(`first ${TARGET}`);
    const lines = [...document.querySelectorAll<HTMLDetailsElement>('.advice-line')];
    expect(lines.map(({ open }) => open)).toEqual([false, true]);
    expect(document.activeElement).toBe(lines[1]?.querySelector('summary'));
  });

  it('says how grave a line is in a word', () => {
    show();
    expect([...document.querySelectorAll('.severity')].map(({ textContent }) => textContent)).toEqual([
      'High',
      'Medium',
    ]);
  });

  it('leads to a request, and says from which line', () => {
    const { onSelect } = show();
    act(() => button('.advice-exchanges')?.click());
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('x1', `second ${TARGET}`);
  });

  it('copies the script that it shows', async () => {
    const { onCopy } = show();
    await act(async () => button('.diff')?.click());
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(document.querySelector('.script')?.textContent);
  });

  it('renders what a server or page wrote as text', () => {
    show();
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(document.querySelector('.script')?.textContent).toContain(`touch pwned`);
  });
});

describe('AdviceMentions', () => {
  it('has a line for each, which leads to the whole of it', () => {
    const onAdvice = vi.fn();
    act(() =>
      render(<AdviceMentions advice={toMentions(ADVICE, 'x1')} onAdvice={onAdvice} />, document.body),
    );
    expect(document.querySelectorAll('li')).toHaveLength(2);
    act(() => button('li')?.click());
    expect(onAdvice).toHaveBeenCalledExactlyOnceWith(`second ${TARGET}`);
  });
});
