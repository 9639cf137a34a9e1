// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeList } from '../../../../src/panel/components/exchange-list.tsx';
import { type Selection, selectOnly, toggleRow } from '../../../../src/panel/view-models/selection.ts';
import { STARTED_AT } from '../../../rules/exchange-builder.ts';
import { type ListOptions, listOf, rowsOf } from '../some-rows.ts';

const ROWS = rowsOf('serverError', 'refused', 'allowed');

function show(selection: Selection, options: Partial<ListOptions> = {}) {
  const list = listOf(ROWS, options);
  const handlers = {
    onSelection: vi.fn(),
    onToggleGroups: vi.fn(),
    onSort: vi.fn(),
    onOpen: vi.fn(),
    onApi: vi.fn(),
    onView: vi.fn(),
  };
  act(() =>
    render(<ExchangeList list={list} selection={selection} covered={false} {...handlers} />, document.body),
  );
  const grid = document.querySelector('[role=grid],[role=treegrid]');
  const press = (key: string, more: KeyboardEventInit = {}) =>
    act(() => void grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
  const click = (selector: string, more: MouseEventInit = {}) =>
    act(
      () =>
        void document
          .querySelector(selector)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...more })),
    );
  return { grid, press, click, ...handlers };
}

/** Nothing is laid out here: every element is as large as this says. */
function layOut(width: number, height = 400): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
}

beforeEach(() => layOut(300));
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

describe('ExchangeList', () => {
  it('says how many rows there are and which is which', () => {
    const { grid } = show(selectOnly(null));
    expect(grid?.getAttribute('aria-rowcount')).toBe('3');
    const indexes = [...document.querySelectorAll('[role=row]')].map((row) =>
      row.getAttribute('aria-rowindex'),
    );
    expect(indexes).toEqual(['1', '2', '3']);
  });

  it('names the selected row, and only that', () => {
    const { grid } = show(selectOnly('refused'));
    const selected = document.querySelectorAll('[aria-selected=true]');
    expect(selected).toHaveLength(1);
    expect(grid?.getAttribute('aria-activedescendant')).toBe(selected[0]?.id);
  });

  it('names of several selected rows the one that is explained', () => {
    const { grid } = show(toggleRow(selectOnly('refused'), 'serverError'));
    expect(grid?.getAttribute('aria-multiselectable')).toBe('true');
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(2);
    const active = document.querySelector('[data-exchange-id=serverError]');
    expect(grid?.getAttribute('aria-activedescendant')).toBe(active?.id);
    expect(document.querySelectorAll('.list-row.active')).toHaveLength(1);
  });

  it.each([
    { key: 'ArrowDown', selects: 'allowed' },
    { key: 'ArrowUp', selects: 'serverError' },
    { key: 'Home', selects: 'serverError' },
    { key: 'End', selects: 'allowed' },
  ])('selects $selects by $key', ({ key, selects }) => {
    const { press, onSelection } = show(selectOnly('refused'));
    press(key);
    expect(onSelection).toHaveBeenCalledExactlyOnceWith(selectOnly(selects));
  });

  it.each([
    { name: 'Shift and an arrow', key: 'ArrowDown', more: { shiftKey: true }, ids: ['refused', 'allowed'] },
    { name: 'Ctrl+A', key: 'a', more: { ctrlKey: true }, ids: ['serverError', 'refused', 'allowed'] },
  ])('selects several by $name', ({ key, more, ids }) => {
    const { press, onSelection } = show(selectOnly('refused'));
    press(key, more);
    expect(onSelection.mock.lastCall?.[0].ids).toEqual(new Set(ids));
  });

  it.each([
    { name: 'a click', more: {}, ids: ['allowed'] },
    { name: 'Ctrl and a click', more: { ctrlKey: true }, ids: ['serverError', 'allowed'] },
    { name: 'Cmd and a click', more: { metaKey: true }, ids: ['serverError', 'allowed'] },
    { name: 'Shift and a click', more: { shiftKey: true }, ids: ['serverError', 'refused', 'allowed'] },
  ])('selects by $name', ({ more, ids }) => {
    const { click, onSelection } = show(selectOnly('serverError'));
    click('[data-exchange-id=allowed]', more);
    expect(onSelection.mock.lastCall?.[0].ids).toEqual(new Set(ids));
  });

  it('lets all but one go by Escape, and leaves the next Escape to DevTools', () => {
    const several = show(toggleRow(selectOnly('refused'), 'serverError'));
    several.press('Escape');
    expect(several.onSelection).toHaveBeenCalledExactlyOnceWith(selectOnly('serverError'));
    const one = show(selectOnly('serverError'));
    one.press('Escape');
    expect(one.onSelection).not.toHaveBeenCalled();
  });

  it('opens the detail by Enter', () => {
    const { press, onOpen } = show(selectOnly('refused'));
    press('Enter');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('leads from a heading to its API, by a click and by a key, without folding it', () => {
    const { press, click, onApi, onToggleGroups } = show(selectOnly(null), { grouping: 'api' });
    click('.group-api');
    press('Home');
    press('a');
    expect(onApi.mock.calls).toEqual([['https://api.example.com'], ['https://api.example.com']]);
    expect(onToggleGroups).not.toHaveBeenCalled();
  });

  it('brings a row into view that was selected elsewhere, and leaves one where it is that was selected here', () => {
    layOut(300, 48);
    const { grid, press } = show(selectOnly('allowed'));
    expect(grid?.scrollTop).toBe(24);
    if (grid) grid.scrollTop = 0;
    press('ArrowUp');
    show(selectOnly('refused'));
    expect(document.querySelector('[role=grid]')?.scrollTop).toBe(0);
  });

  it('stays at a heading to which the keyboard went, wherever the selected row is', () => {
    layOut(300, 48);
    const { grid, press } = show(selectOnly('refused'), { grouping: 'api' });
    expect(grid?.scrollTop).toBe(72);
    press('Home');
    expect(document.querySelector('.active')?.className).toBe('list-group active');
    expect(grid?.scrollTop).toBe(0);
  });

  it('closes a group by the left arrow on its heading, to which it leads from a row', () => {
    const { press, onSelection, onToggleGroups } = show(selectOnly('serverError'), { grouping: 'api' });
    press('ArrowLeft');
    press('ArrowLeft');
    expect(onSelection).not.toHaveBeenCalled();
    expect(onToggleGroups).toHaveBeenCalledExactlyOnceWith(['group https://api.example.com'], true);
  });

  it('closes all groups by Alt and a click', () => {
    const { click, onToggleGroups } = show(selectOnly(null), { grouping: 'api' });
    click('.list-group', { altKey: true });
    expect(onToggleGroups).toHaveBeenCalledExactlyOnceWith(
      ['group https://api.example.com', 'group http://localhost:9090'],
      true,
    );
  });

  it('marks where another page began to load', () => {
    show(selectOnly(null), { navigations: [{ url: 'http://localhost/next', at: STARTED_AT + 50 }] });
    const lines = [...document.querySelectorAll('[role=row]')].map((row) => row.textContent ?? '');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('http://localhost/next');
  });
});

describe('the names of the columns', () => {
  const headers = () => [...document.querySelectorAll<HTMLElement>('[role=columnheader]')];

  it('are there where there is room, are counted as a row, and are as many as cells', () => {
    layOut(900);
    const { grid } = show(selectOnly(null));
    expect(grid?.getAttribute('aria-rowcount')).toBe('4');
    expect(grid?.getAttribute('aria-colcount')).toBe(String(headers().length));
    expect(document.querySelectorAll('[aria-rowindex="2"] [role=gridcell]')).toHaveLength(headers().length);
  });

  it('are not there where there is none', () => {
    show(selectOnly(null));
    expect(headers()).toEqual([]);
  });

  it('say by which of them the list is sorted, and sort by a click', () => {
    layOut(900);
    const { click, onSort } = show(selectOnly(null), { sort: { column: 'status', direction: 'descending' } });
    const sorted = headers().filter((header) => header.getAttribute('aria-sort') !== 'none');
    expect(sorted.map((header) => [header.textContent, header.getAttribute('aria-sort')])).toEqual([
      ['Status', 'descending'],
    ]);
    click('.column-cause button');
    expect(onSort).toHaveBeenCalledExactlyOnceWith('cause');
  });

  it('are one stop of the Tab key, and the arrow keys go through them without moving the list', () => {
    layOut(900);
    const { onSelection } = show(selectOnly('refused'));
    const stops = () => headers().filter((header) => header.querySelector('button')?.tabIndex === 0);
    expect(stops().map(({ textContent }) => textContent)).toEqual(['Verdict']);
    const [first] = headers();
    act(() => first?.querySelector('button')?.focus());
    const pressHere = (key: string) =>
      act(
        () =>
          void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
      );
    pressHere('ArrowRight');
    expect(document.activeElement?.textContent).toBe('Method');
    expect(stops().map(({ textContent }) => textContent)).toEqual(['Method']);
    pressHere('End');
    expect(document.activeElement?.textContent).toBe('Took');
    expect(onSelection).not.toHaveBeenCalled();
  });
});
