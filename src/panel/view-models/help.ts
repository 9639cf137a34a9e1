import { helpStrings, KEY_SIGNS, KEY_SIGNS_ON_MAC } from '../help-strings.ts';
import { KEYS, type KeyPlace } from './keys.ts';

/** The help sheet: what each key does, by where it counts. */
export interface HelpGroupVM {
  readonly key: KeyPlace;
  readonly heading: string;
  readonly lines: readonly HelpLineVM[];
}

export interface HelpLineVM {
  readonly key: string;
  /** Each of them does it; of each, the keys to hold down together. */
  readonly strokes: readonly (readonly string[])[];
  readonly text: string;
}

export function toHelp(isMac: boolean): readonly HelpGroupVM[] {
  const places = [...new Set(KEYS.map(({ place }) => place))];
  return places.map((place) => ({
    key: place,
    heading: helpStrings.places[place],
    lines: KEYS.filter((line) => line.place === place).map(({ does, keys }) => ({
      key: does,
      strokes: keys.map((stroke) => stroke.split('+').map((key) => nameOfKey(key, isMac))),
      text: helpStrings.deeds[does],
    })),
  }));
}

function nameOfKey(key: string, isMac: boolean): string {
  const name = (isMac ? KEY_SIGNS_ON_MAC[key] : undefined) ?? KEY_SIGNS[key] ?? writtenName(key);
  return name.length === 1 ? name.toUpperCase() : name;
}

/** What stands on a key in words, or the letter that it types. */
function writtenName(key: string): string {
  const { keys } = helpStrings;
  const named = key === ' ' ? 'Space' : key;
  return isNamed(named) ? keys[named] : key;
}

function isNamed(key: string): key is keyof typeof helpStrings.keys {
  return Object.hasOwn(helpStrings.keys, key);
}
