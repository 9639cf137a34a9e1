// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import { App } from '../../../../src/panel/app.tsx';
import type { Commands } from '../../../../src/panel/commands.ts';
import { createPanelState, type PanelState } from '../../../../src/panel/state/panel-state.ts';
import { KEYS } from '../../../../src/panel/view-models/keys.ts';
import { adviseOn, diagnose } from '../../../../src/rules/index.ts';
import { enter, STATES } from '../../../gallery/states.ts';

const commands: Commands = {
  send: () => undefined,
  reloadPage: () => undefined,
  askForHostAccess: () => undefined,
  copy: () => Promise.resolve(true),
  save: () => undefined,
  openSource: () => undefined,
  writeReport: async (format) => format,
  askForAll: async () => undefined,
};

describe('the keys of the panel', () => {
  let state: PanelState;

  beforeEach(() => {
    vi.useFakeTimers();
    const later = (task: () => void) => void setTimeout(task);
    state = createPanelState({ diagnose, adviseOn, applyFix, later, asksPage: true });
    enter(state, STATES['server-error'] ?? {});
    vi.runAllTimers();
    const gap = signal({ kind: 'none' as const });
    act(() => render(<App state={state} gap={gap} commands={commands} hasTab={true} />, document.body));
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
    act(() => render(null, document.body));
    act(() =>
      render(
        <App state={state} gap={signal({ kind: 'none' as const })} commands={commands} hasTab={true} />,
        document.body,
      ),
    );
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
