// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpSheet } from '../../../../src/panel/components/help-sheet.tsx';
import { usePanelKey } from '../../../../src/panel/hooks/use-panel-key.ts';
import { toHelp } from '../../../../src/panel/view-models/help.ts';

function press(target: Element | null, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => void target?.dispatchEvent(event));
  return event;
}

afterEach(() => render(null, document.body));

describe('HelpSheet', () => {
  let onClose = vi.fn();

  beforeEach(() => {
    onClose = vi.fn();
    act(() => render(<HelpSheet groups={toHelp(false)} onClose={onClose} />, document.body));
  });

  it('is a dialog with a name, open from the start, that lists every key', () => {
    const dialog = document.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Keys');
    expect([...document.querySelectorAll('kbd')].map((kbd) => kbd.textContent)).toContain('?');
  });

  it.each(['Escape', '?'])('closes by %s, of which DevTools hear nothing', (key) => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { defaultPrevented } = press(document.querySelector('dialog button'), key);
    document.removeEventListener('keydown', heard);
    expect(onClose).toHaveBeenCalledOnce();
    expect(defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });

  it('closes by Escape also where nothing in it has the focus', () => {
    expect(press(document.body, 'Escape').defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('keeps the focus, which Tab would take to DevTools', () => {
    expect(press(document.querySelector('dialog button'), 'Tab').defaultPrevented).toBe(true);
    act(() => render(null, document.body));
    expect(press(document.body, 'Tab').defaultPrevented).toBe(false);
  });

  it('closes by its button and by a click beside it, not by one inside', () => {
    act(() => document.querySelector<HTMLElement>('.help-line')?.click());
    expect(onClose).not.toHaveBeenCalled();
    act(() => document.querySelector<HTMLElement>('dialog')?.click());
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('usePanelKey', () => {
  const onHelp = vi.fn();

  function Host() {
    usePanelKey('help', onHelp);
    return (
      <>
        <input type="search" />
        <input type="checkbox" />
        <textarea />
        <button type="button">Button</button>
        <dialog>
          <i />
        </dialog>
      </>
    );
  }

  beforeEach(() => {
    onHelp.mockClear();
    act(() => render(<Host />, document.body));
  });

  it.each([
    { name: 'a button', at: 'button', acts: true },
    { name: 'a checkbox', at: '[type=checkbox]', acts: true },
    { name: 'a search field', at: '[type=search]', acts: false },
    { name: 'a text area', at: 'textarea', acts: false },
    { name: 'a dialog', at: 'dialog i', acts: false },
  ])('with the focus on $name: $acts', ({ at, acts }) => {
    const { defaultPrevented } = press(document.querySelector(at), '?');
    expect(onHelp).toHaveBeenCalledTimes(acts ? 1 : 0);
    expect(defaultPrevented).toBe(acts);
  });

  it('leaves alone what somebody else has acted on', () => {
    const button = document.querySelector('button');
    button?.addEventListener('keydown', (event) => event.preventDefault());
    press(button, '?');
    expect(onHelp).not.toHaveBeenCalled();
  });
});
