import { describe, expect, it, vi } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { finish } from '../../../../src/model/steps.ts';
import { selectFirstFailure } from '../../../../src/panel/state/initial-selection.ts';
import { createPanelState } from '../../../../src/panel/state/panel-state.ts';
import { selectAll, selectOnly } from '../../../../src/panel/view-models/selection.ts';
import { adviseInSteps, diagnose } from '../../../../src/rules/index.ts';
import { exchanges } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const TAB = aTabState();

const snapshot = (recorded: readonly Exchange[]): BackgroundMessage => ({
  kind: 'snapshot',
  tab: TAB,
  exchanges: recorded,
});

/** A panel's state for which there is always time at once. */
function aState() {
  return createPanelState({ diagnose, adviseInSteps, applyFix, later: (task) => task(), asksPage: true });
}

describe('createPanelState', () => {
  it('counts by verdict and hides opaque responses until they are asked for', () => {
    const state = aState();
    state.receive(snapshot(exchanges('serverError', 'refused', 'allowedScript', 'opaque', 'pending')));
    expect(state.list.value.counts).toEqual({
      blocked: 1,
      failed: 1,
      advice: 0,
      allowed: 1,
      opaque: 1,
      open: 1,
    });
    expect(state.list.value.shown).toBe(4);
    state.showOpaque.value = true;
    expect(state.list.value.shown).toBe(5);
  });

  it('keeps the selection when rows arrive, and drops it when its row goes', () => {
    const state = aState();
    state.receive(snapshot(exchanges('serverError')));
    state.select('serverError');
    state.receive(snapshot(exchanges('refused', 'allowed')));
    expect(state.selectedId.value).toBe('serverError');
    state.receive({ kind: 'delta', tab: TAB, changed: [], removed: ['serverError'] });
    expect(state.selectedId.value).toBeNull();
  });

  it('explains another of the selected when one goes, and keeps how the list is arranged', () => {
    const state = aState();
    state.receive(snapshot(exchanges('serverError', 'refused', 'allowed')));
    state.selection.value = selectAll(selectOnly('serverError'), ['serverError', 'refused', 'allowed']);
    state.grouping.value = 'cause';
    state.receive({ kind: 'delta', tab: TAB, changed: [], removed: ['serverError'] });
    expect([...state.selection.value.ids]).toEqual(['refused', 'allowed']);
    expect(state.selectedId.value).toBe('allowed');
    state.receive({ kind: 'cleared', tab: TAB });
    expect(state.selection.value.ids.size).toBe(0);
    expect(state.grouping.value).toBe('cause');
  });

  it('proves the fix by the rules themselves', () => {
    const state = aState();
    state.receive(snapshot(exchanges('headersNotAllowed')));
    state.select('headersNotAllowed');
    expect(state.detail.value?.diff?.proof).toBe('proven-without-credentials');
    state.receive(snapshot(exchanges('serverError')));
    state.select('serverError');
    expect(state.detail.value?.diff?.proof).toBe('proven');
  });

  it('advises on what passed, and says what of it the selected exchange shows', () => {
    const state = aState();
    state.receive(snapshot(exchanges('echoed', 'echoedToOther', 'refused')));
    expect(state.advice.value.length).toBeGreaterThan(0);
    expect(state.adviceView.value.hosts.map(({ label }) => label)).toEqual(['shop-api.example.net']);
    expect(state.ownAdvice.value).toEqual([]);
    state.select('echoed');
    expect(state.ownAdvice.value.length).toBeGreaterThan(0);
    state.select('refused');
    expect(state.ownAdvice.value).toEqual([]);
    expect(finish(state.adviseAnew())).toEqual(state.advice.value);
  });

  it('diagnoses what is in view before what came earlier', () => {
    const tasks: (() => void)[] = [];
    let clock = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 5;
      return clock;
    });
    const later = (task: () => void) => void tasks.push(task);
    const state = createPanelState({ diagnose, adviseInSteps, applyFix, later, asksPage: true });
    const many = Array.from({ length: 20 }, (_, index) => anExchange({ id: `x${index}` }));
    state.receive(snapshot(many));
    const before = state.waiting.value;
    state.look(['x18', 'x19', 'gone']);
    while (state.waiting.value > before - 2) tasks.shift()?.();
    const diagnosed = state.rows.value.filter(({ verdict }) => verdict !== '').map(({ id }) => id);
    expect(diagnosed).toEqual(expect.arrayContaining(['x18', 'x19']));
    expect(diagnosed.length).toBeLessThan(many.length / 2);
    now.mockRestore();
  });

  it('makes a row once as long as neither exchange nor diagnosis changes', () => {
    const state = aState();
    state.receive(snapshot(exchanges('serverError')));
    const [before] = state.rows.value;
    state.receive(snapshot(exchanges('refused')));
    expect(state.rows.value.find(({ id }) => id === 'serverError')).toBe(before);
  });
});

describe('selectFirstFailure', () => {
  it('selects what is blocked before what failed', () => {
    const state = aState();
    selectFirstFailure(state, () => true);
    state.receive(snapshot(exchanges('allowed', 'refused', 'serverError', 'duplicate')));
    expect(state.selectedId.value).toBe('serverError');
  });

  it('leaves the choice to the user afterwards', () => {
    const state = aState();
    selectFirstFailure(state, () => true);
    state.receive(snapshot(exchanges('serverError')));
    state.select(null);
    state.receive(snapshot(exchanges('duplicate')));
    expect(state.selectedId.value).toBeNull();
  });

  it('selects again after the list was cleared', () => {
    const state = aState();
    selectFirstFailure(state, () => true);
    state.receive(snapshot(exchanges('serverError')));
    state.receive({ kind: 'cleared', tab: TAB });
    state.receive(snapshot(exchanges('duplicate')));
    expect(state.selectedId.value).toBe('duplicate');
  });

  it('does not hide the list where there is room for one column only', () => {
    const state = aState();
    selectFirstFailure(state, () => false);
    state.receive(snapshot(exchanges('serverError')));
    expect(state.selectedId.value).toBeNull();
  });
});
