import { does, type Press } from '../view-models/keys.ts';
import { apiOf, type GroupHeading, type ListLines } from '../view-models/list-lines.ts';

/** Where the keyboard stands in a list. */
export interface ListPlace {
  readonly items: Pick<ListLines, 'at' | 'length'>;
  /** -1 if nowhere. */
  readonly index: number;
  readonly perPage: number;
  /** How many rows are selected. */
  readonly selected: number;
}

/** What a key asks of the list. */
export type ListCommand =
  /** `extend`: the rows on the way are selected, too. */
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  /** The API of the line, of which this is the origin. */
  | { readonly kind: 'show-api'; readonly target: string }
  /** `all`: the other groups with it. */
  | { readonly kind: 'toggle-group'; readonly group: GroupHeading; readonly all: boolean }
  | { readonly kind: 'select-all' }
  /** Of several, only the one that is explained stays selected. */
  | { readonly kind: 'select-one' }
  | { readonly kind: 'open' };

/** What a key press asks of the list; null if it is none of the list's. */
export function readListKey(press: Press, place: ListPlace): ListCommand | null {
  const { key, altKey } = press;
  const chord = press.ctrlKey || press.metaKey;
  const active = place.items.at(place.index);
  if (does('select-all', press)) return { kind: 'select-all' };
  if (does('select-one', press)) return place.selected > 1 ? { kind: 'select-one' } : null;
  if (active?.type === 'group' && !chord && wantsToggle(key, active)) {
    return { kind: 'toggle-group', group: active, all: altKey };
  }
  if (does('show-api', press)) {
    const target = active === undefined ? null : apiOf(active);
    return target === null ? null : { kind: 'show-api', target };
  }
  if (altKey || chord) return null;
  if (active?.type === 'row' && key === 'Enter') return { kind: 'open' };
  const to = key === 'ArrowLeft' ? headingAbove(place) : moveInList(key, place);
  return to === null ? null : { kind: 'move', to, extend: press.shiftKey };
}

/** As in a tree: right opens, left closes, Enter and space do either. */
function wantsToggle(key: string, group: GroupHeading): boolean {
  if (key === 'Enter' || key === ' ') return true;
  return key === (group.collapsed ? 'ArrowRight' : 'ArrowLeft');
}

/** As in a tree: left on a row leads to its heading. */
function headingAbove({ items, index }: ListPlace): number | null {
  if (items.at(index)?.type !== 'row') return null;
  for (let above = index - 1; above >= 0; above -= 1) if (items.at(above)?.type === 'group') return above;
  return null;
}

/** The line that a key leads to; null if the key is not one that moves, or there is nowhere to go. */
export function moveInList(
  key: string,
  place: Pick<ListPlace, 'items' | 'index' | 'perPage'>,
): number | null {
  const { items, index } = place;
  const to = target(key, place);
  if (to === null) return null;
  const nearest = Math.min(items.length - 1, Math.max(0, to));
  const step = nearest < index || key === 'End' ? -1 : 1;
  return firstStand(nearest, step, items) ?? firstStand(nearest, -step, items);
}

/** The keyboard doesn't stand on the marks of page loads: nothing can be done with them. */
function firstStand(from: number, step: number, items: ListPlace['items']): number | null {
  for (let index = from; index >= 0 && index < items.length; index += step) {
    if (items.at(index)?.type !== 'load') return index;
  }
  return null;
}

function target(
  key: string,
  { items, index, perPage }: Pick<ListPlace, 'items' | 'index' | 'perPage'>,
): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + perPage;
    case 'PageUp':
      return index - perPage;
    case 'Home':
      return 0;
    case 'End':
      return items.length - 1;
    default:
      return null;
  }
}
