import { helpStrings } from '../help-strings.ts';
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
  const name = (isMac ? helpStrings.keyNamesOnMac[key] : undefined) ?? helpStrings.keyNames[key] ?? key;
  return name.length === 1 ? name.toUpperCase() : name;
}
