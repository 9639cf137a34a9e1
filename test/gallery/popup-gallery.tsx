import { render } from 'preact';
import { App, type PopupCommands } from '../../src/popup/app.tsx';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { diagnose } from '../../src/rules/index.ts';
import { chooseLanguage } from './choose-language.ts';
import { enterPopup, POPUP_STATES } from './popup-states.ts';
import { createWork } from './whole.ts';

/** Nothing of the outside is there: commands say in the console what they would do. */
const commands: PopupCommands = {
  send: (message) => console.info(message),
  reloadPage: () => console.info('reload'),
  askForHostAccess: () => console.info('ask for permission'),
  openPanel: () => console.info('open the panel'),
  openReports: () => console.info('open a report'),
};

/** Shows a state in place of the one before; resolves once it is whole. */
function show(name: string): Promise<void> {
  const wanted = POPUP_STATES[name];
  if (wanted === undefined)
    throw new Error(`There is no such state. There are: ${Object.keys(POPUP_STATES).join(', ')}`);
  const { later, whole } = createWork();
  const state = createPopupState(diagnose, later);
  enterPopup(state, wanted);
  render(null, document.body);
  render(
    <App state={state} commands={commands} isMac={wanted.isMac ?? false} targetsNeedAccess={false} />,
    document.body,
  );
  return whole();
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
await chooseLanguage(query.get('language'));
void show(query.get('state') ?? 'blocked');
Object.assign(globalThis, { show });
