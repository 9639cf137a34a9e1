// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportMenu } from '../../../../src/panel/components/export-menu.tsx';

const onOpen = vi.fn();

afterEach(() => render(null, document.body));

describe('ExportMenu', () => {
  it.each([
    { name: 'what fails', failing: 2, selected: 1, scope: 'failing' },
    { name: 'what is selected where nothing fails', failing: 0, selected: 1, scope: 'selected' },
    { name: 'what is selected where that is several', failing: 2, selected: 3, scope: 'selected' },
    { name: 'all where there is nothing else', failing: 0, selected: 0, scope: 'all' },
  ])('offers $name first', ({ failing, selected, scope }) => {
    const onExport = vi.fn(async () => 'done');
    act(() => render(<ExportMenu {...{ failing, selected, total: 5, onExport, onOpen }} />, document.body));
    act(() => document.querySelector('button')?.click());
    expect(document.body.textContent).toContain(`Selected (${selected})`);
    act(() => document.querySelector<HTMLElement>('.button-grid button')?.click());
    expect(onExport).toHaveBeenCalledExactlyOnceWith('markdown', scope, 'copy');
  });

  it('opens a file that is chosen, also where there is nothing to export', () => {
    const none = { failing: 0, selected: 0, total: 0, onExport: vi.fn(async () => '') };
    act(() => render(<ExportMenu {...none} onOpen={onOpen} />, document.body));
    act(() => document.querySelector('button')?.click());
    const disabled = [...document.querySelectorAll<HTMLButtonElement>('.button-grid button')];
    expect(disabled.map((button) => button.disabled)).toEqual([true, true, true, true]);
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const file = new File(['{}'], 'cors-report.json');
    if (input !== null) Object.defineProperty(input, 'files', { value: [file] });
    act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(file);
    expect(document.querySelector('.button-grid')).toBeNull();
  });
});
