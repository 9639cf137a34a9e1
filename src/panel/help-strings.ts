import { words } from './language/words.ts';
import type { KeyDeed, KeyPlace } from './view-models/keys.ts';

/** The words of the help sheet. */
export const helpStrings = words('help', {
  heading: 'Keys',
  open: 'Keys (?)',
  close: 'Close',
  places: {
    panel: 'Anywhere',
    list: 'In the list',
    filter: 'In the filter',
    splitter: 'Between list and explanation',
    editor: 'In a header line of What if',
    box: 'In what has opened',
  } as const satisfies Record<KeyPlace, string>,
  deeds: {
    help: 'Show these keys',
    'what-if': 'Open or close What if for the selected request',
    'copy-as': 'Copy the selected request as a command',
    filter: 'Go to the filter',
    move: 'Next or previous line',
    page: 'A page up or down',
    ends: 'First or last line',
    open: 'Read the explanation; on a heading, fold or unfold it',
    fold: 'Fold or unfold a heading',
    'fold-all': 'On a heading, fold or unfold all',
    'show-api': 'Show the API of the line, with what works and what it has to allow',
    'select-more': 'Select several requests',
    'select-all': 'Select all requests',
    'select-one': 'Of several, select only the one that is explained',
    complete: 'Take what is offered',
    offer: 'Show what can be typed',
    resize: 'Make the list narrower or wider',
    'resize-fully': 'As narrow or as wide as it gets',
    'add-line': 'Add a line below',
    'remove-line': 'Remove the line, if it is empty',
    close: 'Close it',
  } as const satisfies Record<KeyDeed, string>,
  or: 'or',
  /** What stands on the keys of a keyboard. */
  keys: {
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    End: 'End',
    Escape: 'Esc',
    Enter: 'Enter',
    Tab: 'Tab',
    Backspace: 'Backspace',
    Space: 'Space',
    Control: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
  },
});

/** What stands on the keys everywhere, and on those of a Mac. */
export const KEY_SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
export const KEY_SIGNS_ON_MAC: Readonly<Record<string, string>> = { Control: '⌘', Alt: '⌥', Shift: '⇧' };
