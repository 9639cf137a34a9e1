// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGLISH } from '../../../src/language/language.ts';
import { App } from '../../../src/panel/app.tsx';
import { installLanguage } from '../../../src/panel/language/installed.ts';
import { App as Popup } from '../../../src/popup/app.tsx';
import { createPopupState } from '../../../src/popup/popup-state.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { enterPopup, POPUP_STATES } from '../../gallery/popup-states.ts';
import { type GalleryState, STATES } from '../../gallery/states.ts';
import { IDLE_COMMANDS } from '../../idle-commands.ts';
import { pseudoLanguage } from '../../pseudo-language.ts';
import { hardCodedIn, runsIn } from '../hard-coded.ts';
import { aPanelState } from './show-panel.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  installLanguage(pseudoLanguage());
  // Nothing is laid out here: every element is as large as this says.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_280);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

afterEach(() => {
  act(() => render(null, document.body));
  installLanguage(ENGLISH);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Shows a state of the panel, and gives the plain words in it that aren't data. */
function hardCodedInPanel(name: string, wanted: GalleryState): readonly string[] {
  const { gap = { kind: 'none' }, hasTab = true, report = null, fileProblem = null, opening = null } = wanted;
  const compared = wanted.compared?.() ?? null;
  const state = aPanelState(name);
  const props = {
    state,
    hasTab,
    report,
    fileProblem,
    opening,
    compared,
    gap: signal(gap),
    commands: IDLE_COMMANDS,
  };
  act(() => render(<App {...props} />, document.body));
  act(() => wanted.does?.(document));
  act(() => void vi.runAllTimers());
  act(() => wanted.becomes?.(state, document));
  const data = [wanted.exchanges, state.tab.value, gap, report, fileProblem, opening, compared];
  return hardCodedIn(document.body, runsIn(data));
}

describe('in another language, no word is English', () => {
  it.each(Object.entries(STATES))('of the panel: %s', (name, wanted) => {
    expect(hardCodedInPanel(name, wanted)).toEqual([]);
  });

  it.each(Object.entries(POPUP_STATES))('of the popup: %s', (_name, wanted) => {
    const state = createPopupState(diagnose, (task) => void setTimeout(task));
    const commands = { ...IDLE_COMMANDS, openPanel: () => undefined, openReports: () => undefined };
    enterPopup(state, wanted);
    act(() => void vi.runAllTimers());
    act(() =>
      render(
        <Popup state={state} commands={commands} isMac={wanted.isMac ?? false} targetsNeedAccess={false} />,
        document.body,
      ),
    );
    expect(hardCodedIn(document.body, runsIn([wanted.exchanges, state.tab.value]))).toEqual([]);
  });
});

describe('what finds them', () => {
  it.each([
    ['in a text', '<p>Copy this</p>', ['Copy: Copy this', 'this: Copy this']],
    ['in an attribute', '<button aria-label="Close">⟦Ƈŀǿşḗ⟧</button>', ['Close: Close']],
    ['among our words', '<p>⟦Ƈŀǿşḗ the⟧</p>', ['the: ⟦Ƈŀǿşḗ the⟧']],
    ['but not in data', '<p>⟦Ƈŀǿşḗ⟧ <code>api.example.com</code></p>', []],
    ['but not in what is no word', '<p>⟦Ƈŀǿşḗ⟧ × 5 s – 4.5</p>', []],
  ])('sees one %s', (_where, html, expected) => {
    const root = new DOMParser().parseFromString(html, 'text/html').body;
    expect(hardCodedIn(root, runsIn(['https://api.example.com']))).toEqual(expected);
  });

  it('sees a word of ours that has no message', () => {
    const whole = pseudoLanguage();
    installLanguage({
      ...whole,
      message: (name) => (name === 'panel_toolbar_settings' ? '' : whole.message(name)),
    });
    expect(hardCodedInPanel('list', STATES['list'] ?? {})).toEqual(['Settings: Settings']);
  });
});
