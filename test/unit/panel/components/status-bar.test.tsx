// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StatusBar } from '../../../../src/panel/components/status-bar.tsx';
import { toStatus } from '../../../../src/panel/view-models/status.ts';
import { aTabState } from '../../../tab-state.ts';

const SITE = 'https://www.example.com';

afterEach(() => render(null, document.body));

describe('StatusBar', () => {
  it.each([
    { sites: [], on: true },
    { sites: [SITE], on: false },
  ])('turns “always record this site” to $on by one click', ({ sites, on }) => {
    const onAlways = vi.fn();
    const numbers = { shown: 1, total: 1, selected: 1, waiting: 0 };
    const status = toStatus(aTabState({ page: `${SITE}/`, sites }), numbers);
    act(() => render(<StatusBar status={status} onAlways={onAlways} />, document.body));
    act(() => document.querySelector('input')?.click());
    expect(onAlways).toHaveBeenCalledExactlyOnceWith(SITE, on);
  });
});
