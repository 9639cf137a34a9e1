import { signal } from '@preact/signals';
import { render } from 'preact';
import { applyFix } from '../../src/fixes/index.ts';
import { App } from '../../src/panel/app.tsx';
import type { Commands } from '../../src/panel/commands.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import { adviseOn, diagnose } from '../../src/rules/index.ts';
import { enter, STATES } from './states.ts';

/** Nothing of the outside is there: commands say in the console what they would do. */
const commands: Commands = {
  send: (message) => console.info(message),
  reloadPage: () => console.info('reload'),
  askForHostAccess: () => console.info('ask for permission'),
  copy: () => Promise.resolve(true),
  save: (format) => console.info('save', format),
  openSource: () => undefined,
  writeReport: async (format) => format,
  askForAll: async () => undefined,
};

/** Shows a state in place of the one before. */
function show(name: string): void {
  const wanted = STATES[name];
  if (wanted === undefined)
    throw new Error(`There is no such state. There are: ${Object.keys(STATES).join(', ')}`);
  const state = createPanelState({
    diagnose,
    adviseOn,
    applyFix,
    // Nothing rests here: a state is whole at once.
    later: (task) => setTimeout(task),
    asksPage: true,
  });
  enter(state, wanted);
  const gap = signal(wanted.gap ?? { kind: 'none' as const });
  render(null, document.body);
  render(<App state={state} gap={gap} commands={commands} hasTab={wanted.hasTab ?? true} />, document.body);
  wanted.does?.(document);
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
show(query.get('state') ?? 'list');
Object.assign(globalThis, { show });
