// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GroupMenu } from '../../../../src/panel/components/group-menu.tsx';
import type { Grouping } from '../../../../src/panel/view-models/groups.ts';
import { IN_TIME } from '../../../../src/panel/view-models/sort-rows.ts';

function open(grouping: Grouping) {
  const handlers = { onGrouping: vi.fn(), onSort: vi.fn(), onCloseAll: vi.fn() };
  act(() => render(<GroupMenu grouping={grouping} sort={IN_TIME} {...handlers} />, document.body));
  act(() => document.querySelector('button')?.click());
  const click = (selector: string) => act(() => document.querySelector<HTMLElement>(selector)?.click());
  return { click, ...handlers };
}

afterEach(() => render(null, document.body));

describe('GroupMenu', () => {
  it('says how the list is grouped, and groups it otherwise', () => {
    const { click, onGrouping } = open('api');
    expect(document.querySelector('button')?.textContent).toBe('Group: API');
    click('input[value=cause]');
    expect(onGrouping).toHaveBeenCalledExactlyOnceWith('cause');
  });

  it('closes and opens all groups', () => {
    const { click, onCloseAll } = open('cause');
    click('.button-grid .button:first-child');
    click('.button-grid .button:last-child');
    expect(onCloseAll.mock.calls).toEqual([[true], [false]]);
  });

  it('has no groups to close where there are none', () => {
    open('none');
    expect(document.querySelector('.button-grid')).toBeNull();
  });

  it('orders by a column, and the other way round, also where the columns have no names', () => {
    const { click, onSort } = open('none');
    const select = document.querySelector('select');
    if (select === null) throw new Error('There is nothing to choose from.');
    act(() => {
      select.value = 'status';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    click('.order input');
    expect(onSort.mock.calls).toEqual([
      [{ column: 'status', direction: 'ascending' }],
      [{ column: 'began', direction: 'descending' }],
    ]);
  });
});
