import type { KeyDeed, KeyPlace } from './view-models/keys.ts';

/** The words of the help sheet. */
export const helpStrings = {
  heading: 'Keys',
  open: 'Keys (?)',
  close: 'Close',
  places: {
    panel: 'Anywhere',
    list: 'In the list',
    splitter: 'Between list and explanation',
    editor: 'In a header line of What if',
    box: 'In a box that has opened',
  } satisfies Record<KeyPlace, string>,
  deeds: {
    help: 'Show these keys',
    'what-if': 'Open or close What if for the selected request',
    move: 'Next or previous line',
    page: 'A page up or down',
    ends: 'First or last line',
    open: 'Read the explanation; on a heading, fold or unfold it',
    fold: 'Fold or unfold a heading',
    resize: 'Make the list narrower or wider',
    'resize-fully': 'As narrow or as wide as it gets',
    'add-line': 'Add a line below',
    'remove-line': 'Remove the line, if it is empty',
    close: 'Close it',
  } satisfies Record<KeyDeed, string>,
  or: 'or',
  /** What stands on the keys, where that isn't their name. */
  keyNames: {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Escape: 'Esc',
    ' ': 'Space',
    Control: 'Ctrl',
  } as Readonly<Record<string, string>>,
  keyNamesOnMac: { Control: '⌘', Alt: '⌥', Shift: '⇧' } as Readonly<Record<string, string>>,
};
