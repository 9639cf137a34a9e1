// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyMenu, CopyMessageButton } from '../../../../src/panel/components/copy-menu.tsx';
import { copyingOf } from '../../../../src/panel/copying.ts';
import { toCommands } from '../../../../src/panel/view-models/copying.ts';
import { IDLE_COMMANDS } from '../../../idle-commands.ts';
import { aPanelState } from '../show-panel.tsx';

const COMMANDS = toCommands([
  { id: 'posix-preflight', text: 'curl --request OPTIONS' },
  { id: 'posix-request', text: 'curl --request PUT' },
]);

async function click(selector: string): Promise<void> {
  await act(async () => document.querySelector<HTMLElement>(selector)?.click());
  // What it copies is told a moment later.
  await act(async () => undefined);
}

afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

describe('CopyMenu', () => {
  function show(onCopy: (text: string) => Promise<boolean>, commands = COMMANDS): void {
    act(() => render(<CopyMenu loadCommands={async () => commands} onCopy={onCopy} />, document.body));
  }

  it('copies the command that is chosen, and closes', async () => {
    const onCopy = vi.fn(async () => true);
    show(onCopy);
    await click('.copy-menu button');
    await click('[data-command="posix-request"]');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('curl --request PUT');
    expect(document.querySelector('[data-command]')).toBeNull();
  });

  it('opens by its key, and stays open where the clipboard can’t be used', async () => {
    show(async () => false);
    await act(async () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'c' })));
    await act(async () => undefined);
    await click('[data-command="posix-preflight"]');
    expect(document.querySelector('[role="status"]')?.textContent).toMatch(/^Not copied/);
  });

  it('says so where there is no command', async () => {
    show(async () => true, []);
    await click('.copy-menu button');
    expect(document.body.textContent).toContain('can’t be sent by a command');
  });
});

describe('what is copied of the selected request', () => {
  it('is the commands of the hop that is explained, and a message of a few lines', async () => {
    vi.useFakeTimers();
    const state = aPanelState('server-error');
    const copy = vi.fn(async () => true);
    const copying = copyingOf(state, { ...IDLE_COMMANDS, copy });
    const commands = await copying.loadCommands();
    expect(commands.map(({ id }) => id)).toContain('powershell-request');
    expect(commands.find(({ id }) => id === 'posix-request')?.text).toContain(
      'https://api.example.com/v1/orders',
    );
    expect(await copying.copyMessage()).toBe(true);
    expect(copy).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('/v1/orders'));
  });
});

describe('CopyMessageButton', () => {
  it.each([
    { name: 'it worked', copyMessage: async () => true, says: 'Copied' },
    { name: 'the clipboard can’t be used', copyMessage: async () => false, says: /^Not copied: the browser/ },
    {
      name: 'it can’t be written',
      copyMessage: () => Promise.reject(new Error('x')),
      says: /^Not copied: it/,
    },
  ])('says in its own place that $name', async ({ copyMessage, says }) => {
    act(() => render(<CopyMessageButton copyMessage={copyMessage} />, document.body));
    await click('[data-action="copy-message"]');
    expect(document.querySelector('button')?.textContent).toMatch(says);
  });
});
