/** Where a key counts: anywhere in the panel, or where the focus is. */
export type KeyPlace = 'panel' | 'list' | 'filter' | 'splitter' | 'editor' | 'box';

interface KeyLine {
  readonly place: KeyPlace;
  readonly does: string;
  /** As `KeyboardEvent.key` has it, with what is held down before it: `Control+f` (or Command on a Mac), `Shift+ArrowDown`. */
  readonly keys: readonly string[];
}

/**
 * The one table of the panel's keys: what handles keys reads it, and the help sheet shows it, so that they can't
 * disagree. A new one is a line here, its words in `help-strings.ts`, and for `panel` a `usePanelKey` where it is acted on.
 *
 * None that DevTools have for themselves: those hold down Control or are function keys. To find and to select all are
 * the exceptions that every list makes. Escape only closes what is open, and takes back what was selected.
 */
export const KEYS = [
  { place: 'panel', does: 'help', keys: ['?'] },
  { place: 'panel', does: 'what-if', keys: ['w'] },
  { place: 'panel', does: 'copy-as', keys: ['c'] },
  { place: 'panel', does: 'filter', keys: ['/', 'Control+f'] },
  { place: 'list', does: 'move', keys: ['ArrowUp', 'ArrowDown'] },
  { place: 'list', does: 'page', keys: ['PageUp', 'PageDown'] },
  { place: 'list', does: 'ends', keys: ['Home', 'End'] },
  { place: 'list', does: 'open', keys: ['Enter'] },
  { place: 'list', does: 'fold', keys: ['ArrowLeft', 'ArrowRight'] },
  { place: 'list', does: 'fold-all', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { place: 'list', does: 'show-api', keys: ['a'] },
  { place: 'list', does: 'select-more', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
  { place: 'list', does: 'select-all', keys: ['Control+a'] },
  { place: 'list', does: 'select-one', keys: ['Escape'] },
  { place: 'filter', does: 'complete', keys: ['Tab', 'Enter'] },
  { place: 'filter', does: 'offer', keys: ['ArrowDown'] },
  { place: 'splitter', does: 'resize', keys: ['ArrowLeft', 'ArrowRight'] },
  { place: 'splitter', does: 'resize-fully', keys: ['Home', 'End'] },
  { place: 'editor', does: 'add-line', keys: ['Enter'] },
  { place: 'editor', does: 'remove-line', keys: ['Backspace'] },
  { place: 'box', does: 'close', keys: ['Escape'] },
] as const satisfies readonly KeyLine[];

type Line = (typeof KEYS)[number];

/** What a key does. */
export type KeyDeed = Line['does'];

/** What a key does anywhere in the panel. */
export type PanelKey = Extract<Line, { place: 'panel' }>['does'];

/** A key press, as the browser tells of it. */
export type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether a press is one of the keys that do this. */
export function does(deed: KeyDeed, press: Press): boolean {
  return KEYS.some((line) => line.does === deed && line.keys.some((stroke) => isStroke(stroke, press)));
}

function isStroke(stroke: string, { key, shiftKey, ctrlKey, metaKey, altKey }: Press): boolean {
  const held = stroke.split('+');
  const wanted = held.pop();
  // Where `?` and `/` are on a keyboard, and what must be held down for them, is the keyboard's own affair.
  const isShiftRight = wanted?.length === 1 || shiftKey === held.includes('Shift');
  return (
    key.toLowerCase() === wanted?.toLowerCase() &&
    isShiftRight &&
    (ctrlKey !== metaKey) === held.includes('Control') &&
    !(ctrlKey && metaKey) &&
    altKey === held.includes('Alt')
  );
}
