import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { App } from '../../../src/panel/app.tsx';
import { createPanelState, type PanelState } from '../../../src/panel/state/panel-state.ts';
import { adviseInSteps, diagnose } from '../../../src/rules/index.ts';
import { enter, STATES } from '../../gallery/states.ts';
import { IDLE_COMMANDS } from '../../idle-commands.ts';

/** A panel in one of the gallery's states, as it is once all is worked out. Needs fake timers. */
export function aPanelState(name: string): PanelState {
  const later = (task: () => void) => void setTimeout(task);
  const state = createPanelState({ diagnose, adviseInSteps, applyFix, later, asksPage: true });
  enter(state, STATES[name] ?? {});
  vi.runAllTimers();
  return state;
}

/** Puts it on the page, in place of what was there. */
export function showPanel(state: PanelState): void {
  const gap = signal({ kind: 'none' as const });
  act(() => render(null, document.body));
  act(() => render(<App state={state} gap={gap} commands={IDLE_COMMANDS} hasTab={true} />, document.body));
}
