// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelState } from '../../../../src/panel/state/panel-state.ts';
import { aPanelState, showPanel } from '../show-panel.tsx';

let state: PanelState;

/** Nothing is laid out here: every element is as large as this says. */
function show(name: string, width: number): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  state = aPanelState(name);
  showPanel(state);
}

/** What a click or a key does to the focus: the element has it, and then acts. */
function use(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  act(() => element?.focus());
  act(() => element?.click());
}

function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => void document.activeElement?.dispatchEvent(event));
}

function focused(): string {
  const { activeElement } = document;
  const action = activeElement instanceof HTMLElement ? activeElement.dataset['action'] : undefined;
  return action ?? activeElement?.className.trim() ?? '';
}

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each([
  { where: 'beside the list', width: 1200 },
  { where: 'in the list’s place', width: 360 },
])('who leaves a pane $where', ({ width }) => {
  it.each(['advice', 'apis'])('by Escape is back at the button that opened it: %s', (action) => {
    show('list', width);
    use(`[data-action="${action}"]`);
    act(() => document.querySelector<HTMLElement>('.detail')?.focus());
    press('Escape');
    expect(focused()).toBe(action);
    expect(state.view.value).toBe('exchange');
  });

  it('by its own button is back at the button that opened it', () => {
    show('list', width);
    use('[data-action="apis"]');
    use('[data-action="leave"], [data-action="back"]');
    expect(focused()).toBe('apis');
  });

  it('by its key is back where the key was pressed', () => {
    show('server-error', width);
    act(() => document.querySelector<HTMLElement>('.detail')?.focus());
    press('w');
    expect(focused()).toBe('detail what-if');
    press('w');
    expect(focused()).toBe('detail');
  });

  it('that an exchange was edited in is back at what opened it', () => {
    show('server-error', width);
    use('[data-action="what-if"]');
    press('Escape');
    expect(focused()).toBe('what-if');
  });

  it('for a request that it names is in its explanation', () => {
    show('apis-open', width);
    use('[data-action="show-exchange"]');
    expect(focused()).toBe('detail');
    expect(document.querySelector('.headline')).not.toBeNull();
  });
});

describe('the list', () => {
  it('has all of the room, and the focus, once the explanation beside it is closed', () => {
    show('server-error', 1200);
    expect(document.querySelector('.splitter')).not.toBeNull();
    use('[data-action="leave"]');
    expect(focused()).toBe('list-scroller');
    expect(document.querySelector('.splitter, .detail')).toBeNull();
    expect(document.querySelector('main')?.className).toBe('columns one-column');
    press('ArrowDown');
    expect(document.querySelector('.splitter')).not.toBeNull();
  });

  it('has the focus again once the explanation has gone that was opened from it', () => {
    show('list', 360);
    act(() => document.querySelector<HTMLElement>('.list-scroller')?.focus());
    press('ArrowDown');
    press('ArrowDown');
    expect(focused()).toBe('detail');
    press('Escape');
    expect(focused()).toBe('list-scroller');
  });
});

it('nothing takes the focus of somebody who is elsewhere', () => {
  show('list', 1200);
  act(() => state.select('serverError'));
  act(() => state.select(null));
  expect(document.activeElement).toBe(document.body);
});
