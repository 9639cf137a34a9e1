// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useOneLine } from '../../../../src/panel/hooks/use-one-line.ts';

/** The width in pixels that a toolbar takes, by the size of its parts. */
const NEEDS = [1200, 900, 600];

interface Props {
  readonly width: number;
  readonly what?: string;
}

function Bar({ width, what = '' }: Props) {
  const bar = useRef<HTMLElement>(null);
  const size = useOneLine(bar, width, what, 2);
  return <header ref={bar} data-size={size} data-width={width} />;
}

function show(props: Props): number {
  act(() => render(<Bar {...props} />, document.body));
  return Number(document.querySelector('header')?.dataset['size']);
}

let measured = 0;

beforeEach(() => {
  measured = 0;
  // Nothing is laid out here.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    measured += 1;
    const { size, width } = this.dataset;
    return Number(width) < (NEEDS[Number(size)] ?? 0) ? 54 : 30;
  });
});

afterEach(() => {
  act(() => render(null, document.body));
  vi.restoreAllMocks();
});

describe('useOneLine', () => {
  it.each([
    { width: 1300, size: 0 },
    { width: 1000, size: 1 },
    { width: 700, size: 2 },
    // Smaller it doesn't get.
    { width: 300, size: 2 },
  ])('at $width px the parts have size $size', ({ width, size }) => {
    expect(show({ width })).toBe(size);
  });

  it('follows the width, in either direction', () => {
    expect([1300, 700, 1000, 1199, 1200, 1300, 899, 900].map((width) => show({ width }))).toEqual([
      0, 2, 1, 1, 0, 0, 2, 1,
    ]);
  });

  it('measures anew when something else is in it, and not when nothing has changed', () => {
    expect(show({ width: 1000 })).toBe(1);
    const before = measured;
    show({ width: 1000 });
    expect(measured).toBe(before);
    expect(show({ width: 1000, what: 'more' })).toBe(1);
    expect(measured).toBeGreaterThan(before);
  });
});
