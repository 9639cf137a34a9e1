// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeList } from '../../../../src/panel/components/exchange-list.tsx';
import type { RowVM } from '../../../../src/panel/view-models/row.ts';
import { selectOnly } from '../../../../src/panel/view-models/selection.ts';
import { listOf, rowsOf } from '../some-rows.ts';

const HEIGHT = 400;
/** As the stylesheet says. */
const ROW = 24;
/** What fits, and some more on both sides. */
const MOST_ROWS = HEIGHT / ROW + 16;

const KINDS = rowsOf('serverError', 'allowed', 'refused');

function manyRows(count: number): readonly RowVM[] {
  return Array.from({ length: count }, (_, index) => index).flatMap((index): readonly RowVM[] => {
    const row = KINDS[index % KINDS.length];
    return row === undefined ? [] : [{ ...row, id: `x${index}`, startedAt: index }];
  });
}

function show(count: number): HTMLElement {
  const list = listOf(manyRows(count));
  const nothing = () => undefined;
  act(() =>
    render(
      <ExchangeList
        list={list}
        selection={selectOnly(null)}
        covered={false}
        onSelection={nothing}
        onToggleGroups={nothing}
        onSort={nothing}
        onOpen={nothing}
        onApi={nothing}
        onView={nothing}
      />,
      document.body,
    ),
  );
  const scroller = document.querySelector('.list-scroller');
  if (!(scroller instanceof HTMLElement)) throw new Error('There is no list.');
  return scroller;
}

/** What scrolling to that row changes in the document. */
function scrollTo(scroller: HTMLElement, row: number): readonly MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  act(() => {
    scroller.scrollTop = row * ROW;
    scroller.dispatchEvent(new Event('scroll'));
  });
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

const rowsShown = () => [...document.querySelectorAll('.list-row')];
const nodesOf = (records: readonly MutationRecord[]) =>
  records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);

describe('scrolling the list', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  });
  afterEach(() => {
    render(null, document.body);
    vi.restoreAllMocks();
  });

  it.each([{ count: 500 }, { count: 50_000 }])('of $count rows has only those in view', ({ count }) => {
    const scroller = show(count);
    expect(rowsShown().length).toBeLessThan(MOST_ROWS);
    scrollTo(scroller, count / 2);
    expect(rowsShown().length).toBeLessThan(MOST_ROWS);
    expect(rowsShown().map((row) => row.getAttribute('data-exchange-id'))).toContain(`x${count / 2}`);
  });

  it('by three rows brings three, takes three away, and leaves all others alone', () => {
    const scroller = show(50_000);
    scrollTo(scroller, 1_000);
    const before = rowsShown();
    const records = scrollTo(scroller, 1_003);
    const after = rowsShown();
    const stayed = before.filter((row) => after.includes(row));
    expect(stayed).toHaveLength(before.length - 3);
    expect(nodesOf(records)).toHaveLength(6);
    for (const { target, type } of records) {
      expect(type).toBe('childList');
      expect(target).toBe(document.querySelector('.list-rows'));
    }
  });

  it('to another place changes nothing but rows', () => {
    const scroller = show(50_000);
    const records = scrollTo(scroller, 40_000);
    const rows = document.querySelector('.list-rows');
    for (const { target } of records) expect(rows?.contains(target)).toBe(true);
    expect(rowsShown()[0]?.getAttribute('aria-rowindex')).toMatch(/^3\d{4}$/);
  });
});
