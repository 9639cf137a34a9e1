// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawByFrame } from '../../../src/panel/draw-by-frame.ts';

const count = signal(0);
const draws = vi.fn();

function Counter() {
  draws();
  return <output>{count.value}</output>;
}

const shown = () => document.querySelector('output')?.textContent;
/** Whatever waits for the end of the task has run. */
const settled = () => Promise.resolve().then(() => undefined);

describe('drawByFrame', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
    });
    count.value = 0;
    render(<Counter />, document.body);
    draws.mockClear();
  });
  afterEach(() => {
    render(null, document.body);
    vi.useRealTimers();
  });

  it('draws once a frame, however often something changes', async () => {
    for (let at = 1; at <= 5; at += 1) {
      drawByFrame(() => {
        count.value = at;
      });
      await settled();
    }
    expect(draws).not.toHaveBeenCalled();
    vi.advanceTimersToNextFrame();
    expect(shown()).toBe('5');
    expect(draws).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(500);
    expect(draws).toHaveBeenCalledOnce();
  });

  it('draws at once what is changed otherwise, also while a frame is awaited', async () => {
    drawByFrame(() => {
      count.value = 1;
    });
    const box = document.body.appendChild(document.createElement('div'));
    const other = signal('before');
    const Other = () => <i>{other.value}</i>;
    render(<Other />, box);
    other.value = 'after';
    await settled();
    expect(box.textContent).toBe('after');
    expect(shown()).toBe('1');
    render(null, box);
  });

  it('draws soon where there are no frames', () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    drawByFrame(() => {
      count.value = 1;
    });
    vi.advanceTimersByTime(150);
    expect(shown()).toBe('1');
    vi.restoreAllMocks();
  });

  it('leaves everything as it was when the change throws', async () => {
    expect(() =>
      drawByFrame(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    count.value = 2;
    await settled();
    expect(shown()).toBe('2');
  });

  it('leaves most of the time to others, however long drawing takes', async () => {
    let clock = performance.now() + 1_000;
    const pass = (milliseconds: number) => {
      clock += milliseconds;
      vi.advanceTimersByTime(milliseconds);
    };
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const change = async (to: number) => {
      drawByFrame(() => {
        count.value = to;
      });
      await settled();
    };
    draws.mockImplementation(() => {
      clock += 20;
    });
    await change(1);
    pass(20);
    expect(shown()).toBe('1');
    await change(2);
    pass(139);
    expect(shown()).toBe('1');
    pass(20);
    expect(shown()).toBe('2');
    draws.mockImplementation(() => {
      clock += 500;
    });
    pass(250);
    await change(3);
    pass(20);
    await change(4);
    pass(280);
    expect(shown()).toBe('4');
    vi.restoreAllMocks();
  });
});
