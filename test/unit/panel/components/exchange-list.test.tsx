// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExchangeList } from '../../../../src/panel/components/exchange-list.tsx';
import { toList } from '../../../../src/panel/view-models/list.ts';
import { toRow } from '../../../../src/panel/view-models/row.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { exchanges } from '../../../gallery/exchanges.ts';

const ROWS = exchanges('serverError', 'refused', 'allowed').map((exchange) =>
  toRow(exchange, diagnose(exchange)),
);

function show(selectedId: string | null, grouped: boolean) {
  const list = toList(ROWS, {
    matches: () => true,
    kinds: new Set(),
    showOpaque: false,
    grouped,
    collapsed: new Set(),
  });
  const handlers = { onSelect: vi.fn(), onToggleGroup: vi.fn(), onOpen: vi.fn() };
  act(() =>
    render(<ExchangeList list={list} selectedId={selectedId} covered={false} {...handlers} />, document.body),
  );
  const grid = document.querySelector('[role=grid],[role=treegrid]');
  const press = (key: string) =>
    act(() => void grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  return { grid, press, ...handlers };
}

afterEach(() => render(null, document.body));

describe('ExchangeList', () => {
  it('says how many rows there are and which is which', () => {
    const { grid } = show(null, false);
    expect(grid?.getAttribute('aria-rowcount')).toBe('3');
    const indexes = [...document.querySelectorAll('[role=row]')].map((row) =>
      row.getAttribute('aria-rowindex'),
    );
    expect(indexes).toEqual(['1', '2', '3']);
  });

  it('names the selected row, and only that', () => {
    const { grid } = show('refused', false);
    const selected = document.querySelectorAll('[aria-selected=true]');
    expect(selected).toHaveLength(1);
    expect(grid?.getAttribute('aria-activedescendant')).toBe(selected[0]?.id);
  });

  it.each([
    { key: 'ArrowDown', selects: 'allowed' },
    { key: 'ArrowUp', selects: 'serverError' },
    { key: 'Home', selects: 'serverError' },
    { key: 'End', selects: 'allowed' },
  ])('selects $selects by $key', ({ key, selects }) => {
    const { press, onSelect } = show('refused', false);
    press(key);
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(selects);
  });

  it('opens the detail by Enter', () => {
    const { press, onOpen } = show('refused', false);
    press('Enter');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('closes a group by the left arrow on its heading', () => {
    const { press, onSelect, onToggleGroup } = show('serverError', true);
    press('Home');
    press('ArrowLeft');
    expect(onSelect).not.toHaveBeenCalled();
    expect(onToggleGroup).toHaveBeenCalledExactlyOnceWith('group https://api.example.com');
  });
});
