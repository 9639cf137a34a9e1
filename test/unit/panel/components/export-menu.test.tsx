// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportMenu } from '../../../../src/panel/components/export-menu.tsx';

afterEach(() => render(null, document.body));

describe('ExportMenu', () => {
  it.each([
    { name: 'what fails', failing: 2, selected: 1, scope: 'failing' },
    { name: 'what is selected where nothing fails', failing: 0, selected: 1, scope: 'selected' },
    { name: 'what is selected where that is several', failing: 2, selected: 3, scope: 'selected' },
    { name: 'all where there is nothing else', failing: 0, selected: 0, scope: 'all' },
  ])('offers $name first', ({ failing, selected, scope }) => {
    const onExport = vi.fn(async () => 'done');
    act(() => render(<ExportMenu {...{ failing, selected, total: 5, onExport }} />, document.body));
    act(() => document.querySelector('button')?.click());
    expect(document.body.textContent).toContain(`Selected (${selected})`);
    act(() => document.querySelector<HTMLElement>('.button-grid button')?.click());
    expect(onExport).toHaveBeenCalledExactlyOnceWith('markdown', scope, 'copy');
  });
});
