/** One key, named in each of the ways in which the drivers must name it. */
export interface Key {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** `KeyboardEvent.code`. */
  readonly code: string;
  /** `KeyboardEvent.keyCode`, the Windows virtual key code. */
  readonly keyCode: number;
  /** WebDriver's character for it. @see https://w3c.github.io/webdriver/#keyboard-actions */
  readonly webDriver: string;
  /** What it types, if anything. */
  readonly text?: string;
}

export interface Modifier extends Key {
  /** The DevTools protocol's bit: Alt 1, Control 2, Meta 4, Shift 8. */
  readonly bit: number;
}

export interface Chord {
  readonly modifiers: readonly Modifier[];
  readonly key: Key;
}

const MODIFIERS: ReadonlyMap<string, Modifier> = new Map(
  [
    { key: 'Alt', code: 'AltLeft', keyCode: 18, webDriver: '\uE00A', bit: 1 },
    { key: 'Control', code: 'ControlLeft', keyCode: 17, webDriver: '\uE009', bit: 2 },
    { key: 'Meta', code: 'MetaLeft', keyCode: 91, webDriver: '\uE03D', bit: 4 },
    { key: 'Shift', code: 'ShiftLeft', keyCode: 16, webDriver: '\uE008', bit: 8 },
  ].map((modifier) => [modifier.key, modifier]),
);

const NAMED_KEYS: ReadonlyMap<string, Key> = new Map(
  [
    { key: 'Backspace', code: 'Backspace', keyCode: 8, webDriver: '\uE003' },
    { key: 'Tab', code: 'Tab', keyCode: 9, webDriver: '\uE004' },
    { key: 'Enter', code: 'Enter', keyCode: 13, webDriver: '\uE007', text: '\r' },
    { key: 'Escape', code: 'Escape', keyCode: 27, webDriver: '\uE00C' },
    { key: 'PageUp', code: 'PageUp', keyCode: 33, webDriver: '\uE00E' },
    { key: 'PageDown', code: 'PageDown', keyCode: 34, webDriver: '\uE00F' },
    { key: 'End', code: 'End', keyCode: 35, webDriver: '\uE010' },
    { key: 'Home', code: 'Home', keyCode: 36, webDriver: '\uE011' },
    { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37, webDriver: '\uE012' },
    { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38, webDriver: '\uE013' },
    { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, webDriver: '\uE014' },
    { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40, webDriver: '\uE015' },
    { key: 'Delete', code: 'Delete', keyCode: 46, webDriver: '\uE017' },
    { key: 'F1', code: 'F1', keyCode: 112, webDriver: '\uE031' },
    { key: 'F6', code: 'F6', keyCode: 117, webDriver: '\uE036' },
  ].map((key) => [key.key, key]),
);

/**
 * Reads `ArrowDown`, `a`, `Control+a`, `Control+Shift+ArrowUp` or `+`.
 * @throws {Error} for a name it doesn't know.
 */
export function parseChord(chord: string): Chord {
  const plus = chord === '+' || chord.endsWith('++');
  const names = plus ? [...chord.slice(0, -1).split('+').slice(0, -1), '+'] : chord.split('+');
  const key = keyOf(names.at(-1) ?? '');
  const modifiers = names.slice(0, -1).map((name) => {
    const modifier = MODIFIERS.get(name);
    if (modifier === undefined)
      throw new Error(`${name} is no modifier key: ${[...MODIFIERS.keys()].join(', ')}`);
    return modifier;
  });
  return { modifiers, key };
}

/** The key of that name, or the one that types that character. */
export function keyOf(name: string): Key {
  const named = MODIFIERS.get(name) ?? NAMED_KEYS.get(name);
  if (named !== undefined) return named;
  if (name === '\n') return keyOf('Enter');
  if ([...name].length !== 1) throw new Error(`There is no key named ${JSON.stringify(name)}`);
  const upper = name.toUpperCase();
  const isLetter = /^[A-Z]$/.test(upper);
  const isDigit = /^[0-9]$/.test(name);
  return {
    key: name,
    code: isLetter ? `Key${upper}` : isDigit ? `Digit${name}` : name === ' ' ? 'Space' : '',
    keyCode: isLetter || isDigit || name === ' ' ? upper.charCodeAt(0) : 0,
    webDriver: name,
    text: name,
  };
}
