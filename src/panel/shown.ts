import type { PanelState } from './state/panel-state.ts';

/** What stands beside the list, or in its place where there is room for one only; `list` if nothing does. */
export type Shown = 'list' | 'explanation' | 'what-if' | 'advice' | 'apis' | 'compared';

/** @param hasPlace whether an exchange that is selected can be explained there */
export function shownBeside({ view, detail, whatIf }: PanelState, hasPlace: boolean): Shown {
  if (view.value !== 'exchange') return view.value;
  if (detail.value === null || !hasPlace) return 'list';
  return whatIf.isOpen.value ? 'what-if' : 'explanation';
}
