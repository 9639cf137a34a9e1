import { countBefore, type Order } from '../in-order.ts';
import { apiWith, type Heading } from './groups.ts';
import type { LoadMark } from './page-loads.ts';
import type { RowVM } from './row.ts';

/** A line of the list: a request, the heading of several, or where another page began to load. All are equally high. */
export type ListItem =
  | { readonly type: 'row'; readonly key: string; readonly row: RowVM }
  | GroupHeading
  | LoadMark;

export interface GroupHeading extends Heading {
  readonly type: 'group';
  /** Can't be an exchange's id: those have no space. */
  readonly key: string;
  readonly collapsed: boolean;
}

/** The origin of the API that a line is about; null if it is about none, or about several. */
export function apiOf(item: ListItem): string | null {
  switch (item.type) {
    case 'row':
      return apiWith(item.row.target);
    case 'group':
      return item.target;
    case 'load':
      return null;
  }
}

/** A part of the list: a line above, if there is one, and rows below it. */
export interface Section {
  /** Of its rows. Sections of one group are next to each other, and have parts of the same rows. */
  readonly group: string;
  readonly head: GroupHeading | LoadMark | null;
  readonly rows: readonly RowVM[];
  /** Which of the rows are listed here: from the first, up to the one before `to`. */
  readonly from: number;
  readonly to: number;
}

/** How a row is found among those of the sections. */
export interface RowFinder {
  /** Undefined if there is none. */
  readonly rowOf: (id: string) => RowVM | undefined;
  readonly groupOf: (row: RowVM) => string;
  readonly order: Order<RowVM>;
}

/** The lines of a list. None is made before it is asked for: a list of thousands costs what is in view. */
export class ListLines {
  readonly length: number;
  readonly #sections: readonly Section[];
  /** The index of each section's first line. */
  readonly #starts: readonly number[];
  readonly #finder: RowFinder;
  #places: SectionPlaces | undefined;

  constructor(sections: readonly Section[], finder: RowFinder) {
    const starts: number[] = [];
    let length = 0;
    for (const section of sections) {
      starts.push(length);
      length += headsOf(section) + section.to - section.from;
    }
    this.length = length;
    this.#sections = sections;
    this.#starts = starts;
    this.#finder = finder;
  }

  at(index: number): ListItem | undefined {
    const at = lastNotAfter(this.#starts, index);
    const section = this.#sections[at];
    if (section === undefined || index >= this.length) return undefined;
    const place = index - (this.#starts[at] ?? 0);
    if (place === 0 && section.head !== null) return section.head;
    const row = section.rows[section.from + place - headsOf(section)];
    return row === undefined ? undefined : { type: 'row', key: row.id, row };
  }

  keyAt(index: number): string | undefined {
    return this.at(index)?.key;
  }

  /** The lines from one index up to another. */
  slice(from: number, to: number): readonly ListItem[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, offset) => this.at(from + offset)).flatMap(
      (item) => item ?? [],
    );
  }

  /** Where the line with that key is; -1 if it isn't listed. */
  indexOf(key: string): number {
    this.#places ??= placesOf(this.#sections);
    const head = this.#places.ofHeads.get(key);
    if (head !== undefined) return this.#starts[head] ?? -1;
    const row = this.#finder.rowOf(key);
    return row === undefined ? -1 : this.#indexOfRow(row, this.#places);
  }

  /** Ids of the rows that are listed, in order. */
  rowIds(): readonly string[] {
    return this.#sections.flatMap(({ rows, from, to }) => rows.slice(from, to).map(({ id }) => id));
  }

  /** Keys of the headings of groups, in order. */
  groupKeys(): readonly string[] {
    return this.#sections.flatMap(({ head }) => (head?.type === 'group' ? [head.key] : []));
  }

  #indexOfRow(row: RowVM, { ofGroups }: SectionPlaces): number {
    const { groupOf, order } = this.#finder;
    const group = groupOf(row);
    let at = ofGroups.get(group) ?? -1;
    const place = countBefore(this.#sections[at]?.rows ?? [], row, order);
    // It was filtered out, or has just changed.
    if (this.#sections[at]?.rows[place] !== row) return -1;
    for (let section = this.#sections[at]; section?.group === group; section = this.#sections[at]) {
      if (place >= section.from && place < section.to)
        return (this.#starts[at] ?? 0) + headsOf(section) + place - section.from;
      at += 1;
    }
    return -1;
  }
}

interface SectionPlaces {
  /** By the key of the line above. */
  readonly ofHeads: ReadonlyMap<string, number>;
  /** The first of each group. */
  readonly ofGroups: ReadonlyMap<string, number>;
}

function placesOf(sections: readonly Section[]): SectionPlaces {
  const ofHeads = new Map<string, number>();
  const ofGroups = new Map<string, number>();
  for (const [index, { head, group }] of sections.entries()) {
    if (head !== null) ofHeads.set(head.key, index);
    if (!ofGroups.has(group)) ofGroups.set(group, index);
  }
  return { ofHeads, ofGroups };
}

function headsOf({ head }: Section): 0 | 1 {
  return head === null ? 0 : 1;
}

/** The index of the last start that isn't after a line; -1 if there is none. */
function lastNotAfter(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
