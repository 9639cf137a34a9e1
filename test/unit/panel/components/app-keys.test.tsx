// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelState } from '../../../../src/panel/state/panel-state.ts';
import { KEYS } from '../../../../src/panel/view-models/keys.ts';
import { aPanelState, showPanel } from '../show-panel.tsx';

describe('the keys of the panel', () => {
  let state: PanelState;

  beforeEach(() => {
    vi.useFakeTimers();
    state = aPanelState('server-error');
    showPanel(state);
  });

  afterEach(() => {
    render(null, document.body);
    vi.useRealTimers();
  });

  /** A key as the table has it. */
  function press(stroke: string): KeyboardEvent {
    const ctrlKey = stroke.startsWith('Control+');
    const key = ctrlKey ? stroke.slice('Control+'.length) : stroke;
    const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true });
    act(() => void document.body.dispatchEvent(event));
    return event;
  }

  const ofPanel = KEYS.filter(({ place }) => place === 'panel').flatMap(({ keys }) => keys);

  it.each(ofPanel)('%s does what the help sheet says it does', (key) => {
    expect(press(key).defaultPrevented).toBe(true);
  });

  it('no other character does anything', () => {
    const others = [...'abcdefghijklmnopqrstuvwxyz0123456789 .,'].filter(
      (key) => !ofPanel.some((each) => each === key),
    );
    for (const key of others) expect(press(key).defaultPrevented).toBe(false);
  });

  it('? opens the help sheet, and closing it puts it away', () => {
    press('?');
    expect(document.querySelector('dialog')?.open).toBe(true);
    act(() => document.querySelector<HTMLElement>('dialog button')?.click());
    expect(state.showsHelp.value).toBe(false);
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('the focus shows from the first key on', () => {
    delete document.documentElement.dataset['keys'];
    showPanel(state);
    expect(document.documentElement.dataset['keys']).toBeUndefined();
    press('Tab');
    expect(document.documentElement.dataset['keys']).toBe('used');
  });

  it('what has failed is announced in one polite region', () => {
    expect(document.querySelector('.announcement[role="status"]')?.textContent).toMatch(
      /^\d+ blocked, 1 failed$/,
    );
  });
});
