import { effect } from '@preact/signals';
import { ROW_KINDS } from '../view-models/row.ts';
import type { PanelState } from './panel-state.ts';

/**
 * Selects the first failure as soon as there is one, so that its explanation is there when the panel opens. It never
 * takes a selection away from the user: after anybody has selected or closed something it stays quiet until the list
 * is cleared.
 *
 * @param isWide whether list and detail are side by side; alone, the detail would hide the list
 */
export function selectFirstFailure(state: PanelState, isWide: () => boolean): void {
  let done = false;
  effect(() => {
    const rows = state.rows.value;
    const chosen = state.selectedId.value !== null;
    if (rows.length === 0) done = false;
    else if (chosen) done = true;
    // A later row may still turn out to be blocked, which goes before failed: wait for all diagnoses.
    if (done || chosen || state.waiting.value > 0 || !isWide()) return;
    const first = FAILURES.map((kind) => rows.find((row) => row.kind === kind)).find(
      (row) => row !== undefined,
    );
    if (first === undefined) return;
    done = true;
    state.select(first.id);
  });
}

const FAILURES = ROW_KINDS.filter((kind) => kind === 'blocked' || kind === 'failed');
