import { signal } from '@preact/signals';
import { render } from 'preact';
import { applyFix } from '../../src/fixes/index.ts';
import { App } from '../../src/panel/app.tsx';
import type { Commands } from '../../src/panel/commands.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import { adviseInSteps, diagnose } from '../../src/rules/index.ts';
import { IDLE_COMMANDS } from '../idle-commands.ts';
import { chooseLanguage } from './choose-language.ts';
import { enter, STATES } from './states.ts';
import { createWork } from './whole.ts';

/** Nothing of the outside is there: commands say in the console what they would do. */
const commands: Commands = {
  ...IDLE_COMMANDS,
  send: (message) => console.info(message),
  reloadPage: () => console.info('reload'),
  askForHostAccess: () => console.info('ask for permission'),
  saveFile: (name) => console.info('save', name),
};

/** Shows a state in place of the one before; resolves once it is whole. */
async function show(name: string): Promise<void> {
  const wanted = STATES[name];
  if (wanted === undefined)
    throw new Error(`There is no such state. There are: ${Object.keys(STATES).join(', ')}`);
  const { later, whole } = createWork();
  const state = createPanelState({ diagnose, adviseInSteps, applyFix, later, asksPage: true });
  enter(state, wanted);
  const gap = signal(wanted.gap ?? { kind: 'none' as const });
  render(null, document.body);
  const { hasTab = true, report = null, fileProblem = null, opening = null, compared } = wanted;
  render(
    <App
      {...{ state, gap, commands, hasTab, report, fileProblem, opening, compared: compared?.() ?? null }}
    />,
    document.body,
  );
  wanted.does?.(document);
  await whole();
  settleList();
  await whole();
  wanted.becomes?.(state, document);
  await whole();
  if (wanted.lookAt === undefined) return;
  const seen = document.querySelector(wanted.lookAt);
  if (seen === null) throw new Error(`There is no ${wanted.lookAt} in ${name}.`);
  seen.scrollIntoView();
  await whole();
}

/**
 * Leaves the list as little scrolled as its selected row needs. It was scrolled there while the panel around it was still
 * measured, so that it may stand a row or two farther on, depending on how quickly that went.
 */
function settleList(): void {
  const scroller = document.querySelector('.list-scroller');
  const row = scroller?.querySelector('[role="row"][aria-selected="true"]');
  if (!scroller || !row) return;
  const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTop = Math.min(
    scroller.scrollTop,
    Math.max(0, top + row.clientHeight - scroller.clientHeight),
  );
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
await chooseLanguage(query.get('language'));
void show(query.get('state') ?? 'list');
Object.assign(globalThis, { show });
