// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../../../src/panel/commands.ts';
import { ExportWindow } from '../../../../src/panel/export-window.tsx';
import type { PanelState } from '../../../../src/panel/state/panel-state.ts';
import { IDLE_COMMANDS } from '../../../idle-commands.ts';
import { aPanelState } from '../show-panel.tsx';

let state: PanelState;
let commands: Commands;

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`There is no ${selector}.`);
  return element;
}

/** Until all that was put off is done. */
async function settle(): Promise<void> {
  await act(async () => {
    await vi.runAllTimersAsync();
  });
}

beforeEach(async () => {
  vi.useFakeTimers();
  state = aPanelState('server-error');
  commands = { ...IDLE_COMMANDS, copy: vi.fn(async () => true), saveFile: vi.fn() };
  act(() => render(<ExportWindow state={state} commands={commands} />, document.body));
  act(() => {
    state.exporting.isOpen.value = true;
  });
  await settle();
});

afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

describe('the export dialog', () => {
  it('hands over the very text that it shows', async () => {
    const shown = find('.export-text pre').textContent ?? '';
    expect(shown).toContain('# CORS report: 3 requests fail');
    act(() => find('[data-action="copy-report"]').click());
    await settle();
    expect(commands.copy).toHaveBeenCalledExactlyOnceWith(shown);
    expect(find('.export-end [role="status"]').textContent).toBe('Report copied');
    act(() => find('[data-action="save-report"]').click());
    expect(commands.saveFile).toHaveBeenCalledExactlyOnceWith('cors-report.md', 'text/markdown', [shown]);
  });

  it('makes it anew when something else is chosen', async () => {
    act(() => find('input[value="json"]').click());
    await settle();
    expect(find('.export-text pre').textContent).toContain('"format": "cors-lens-report"');
    expect(find('.export-rest').textContent).toContain('more characters');
    expect(find('.export-about').textContent).toContain('cors-report.json');
    act(() => find('input[value="all"]').click());
    await settle();
    expect(find('.export-about').textContent).toContain('5 requests');
  });

  it('stays as it was when it is opened again, and holds nothing meanwhile', async () => {
    act(() => find('input[value="json"]').click());
    act(() => find('dialog [data-action="close"]').click());
    expect(document.querySelector('dialog')).toBeNull();
    expect(state.exporting.work.value).toEqual({ is: 'idle' });
    act(() => {
      state.exporting.isOpen.value = true;
    });
    await settle();
    expect(find('.export-about').textContent).toContain('cors-report.json');
  });

  it('says where the clipboard can’t be used', async () => {
    vi.mocked(commands.copy).mockResolvedValue(false);
    act(() => find('[data-action="copy-report"]').click());
    await settle();
    expect(find('.export-end [role="status"]').textContent).toContain('Save the report instead');
  });

  it('goes round by Tab, from the last to the first and back', () => {
    const press = (shiftKey: boolean) =>
      act(() => {
        const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      });
    find('[data-action="save-report"]').focus();
    press(false);
    expect(document.activeElement).toBe(find('dialog [data-action="close"]'));
    press(true);
    expect(document.activeElement).toBe(find('[data-action="save-report"]'));
  });
});
