// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useVirtualRows } from '../../../../src/panel/hooks/use-virtual-rows.ts';
import type { Keys } from '../../../../src/panel/hooks/virtual-window.ts';

const ROW = 10;
const arrangement = {};
/** Which rows were drawn, time by time. */
let drawn: string[][] = [];

function List({ keys }: { readonly keys: readonly string[] & Keys }) {
  const scroller = useRef<HTMLDivElement>(null);
  const options = { rowHeight: ROW, headerHeight: 0, followEnd: true, held: null, arrangement };
  const { start, end, onScroll } = useVirtualRows(scroller, keys, options);
  drawn.push(keys.slice(start, end));
  return <div ref={scroller} onScroll={onScroll} />;
}

function keysOf(from: number, to: number): readonly string[] & Keys {
  const keys = Array.from({ length: to - from }, (_, n) => `${from + n}`);
  return Object.assign(keys, { keyAt: (index: number) => keys[index] });
}

function show(keys: readonly string[] & Keys): void {
  drawn = [];
  act(() => render(<List keys={keys} />, document.body));
}

function scrollTo(top: number): void {
  const scroller = document.querySelector('div');
  if (scroller === null) throw new Error('There is no list.');
  scroller.scrollTop = top;
  act(() => void scroller.dispatchEvent(new Event('scroll')));
}

const scrollTop = () => document.querySelector('div')?.scrollTop;

describe('useVirtualRows', () => {
  beforeEach(() => {
    // Nothing is laid out here.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW);
    show(keysOf(100, 200));
  });
  afterEach(() => {
    act(() => render(null, document.body));
    vi.restoreAllMocks();
  });

  it('keeps what is read where it is when rows come above it, and draws no others meanwhile', () => {
    scrollTo(500);
    const inView = drawn.at(-1);
    show(keysOf(50, 200));
    expect(scrollTop()).toBe(1_000);
    for (const rows of drawn) expect(rows).toEqual(inView);
  });

  it('follows the end, and draws nothing else meanwhile', () => {
    scrollTo(900);
    show(keysOf(100, 300));
    expect(scrollTop()).toBe(1_900);
    for (const rows of drawn) expect(rows.at(-1)).toBe('299');
  });

  it('stays at the top', () => {
    show(keysOf(50, 200));
    expect(scrollTop()).toBe(0);
    expect(drawn.at(-1)?.[0]).toBe('50');
  });
});
