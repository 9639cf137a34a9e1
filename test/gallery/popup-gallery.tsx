import { render } from 'preact';
import { App, type PopupCommands } from '../../src/popup/app.tsx';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { diagnose } from '../../src/rules/index.ts';
import { enterPopup, POPUP_STATES } from './popup-states.ts';

/** Nothing of the outside is there: commands say in the console what they would do. */
const commands: PopupCommands = {
  send: (message) => console.info(message),
  reloadPage: () => console.info('reload'),
  askForHostAccess: () => console.info('ask for permission'),
  openPanel: () => console.info('open the panel'),
};

const query = new URLSearchParams(location.search);
const wanted = POPUP_STATES[query.get('state') ?? 'blocked'];
if (wanted === undefined)
  throw new Error(`There is no such state. There are: ${Object.keys(POPUP_STATES).join(', ')}`);

document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
const state = createPopupState(diagnose, (task) => setTimeout(task));
enterPopup(state, wanted);
render(
  <App state={state} commands={commands} isMac={wanted.isMac ?? false} targetsNeedAccess={false} />,
  document.body,
);
