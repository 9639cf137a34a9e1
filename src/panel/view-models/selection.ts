/** Which rows are selected. */
export interface Selection {
  /** The one that is explained, and where the keyboard stands; null if none is selected. */
  readonly lead: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** Ids of all of them, the lead among them. */
  readonly ids: ReadonlySet<string>;
}

export const NO_SELECTION: Selection = { lead: null, anchor: null, ids: new Set() };

/** What selecting a row makes of the others: they aren't selected any more, they stay, or those on the way are, too. */
export type SelectKind = 'only' | 'toggle' | 'range';

/**
 * The selection after a row was selected.
 *
 * @param order ids of the rows, as they are listed
 */
export function selectionAfter(
  selection: Selection,
  id: string,
  how: SelectKind,
  order: () => readonly string[],
): Selection {
  switch (how) {
    case 'only':
      return selectOnly(id);
    case 'toggle':
      return toggleRow(selection, id);
    case 'range':
      return extendTo(selection, id, order());
  }
}

/** Only this row; none for null. */
export function selectOnly(id: string | null): Selection {
  return id === null ? NO_SELECTION : { lead: id, anchor: id, ids: new Set([id]) };
}

/** Takes a row in, or out if it is in. */
export function toggleRow({ ids, ...before }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) return { lead: id, anchor: id, ids: next.add(id) };
  const lead = before.lead === id ? ([...next].at(-1) ?? null) : before.lead;
  return { lead, anchor: lead, ids: next };
}

/**
 * All rows from the anchor to this one, and nothing else. Without an anchor in the list, this one alone.
 *
 * @param order ids of the rows, as they are listed
 */
export function extendTo({ anchor }: Selection, id: string, order: readonly string[]): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return selectOnly(id);
  return { lead: id, anchor, ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)) };
}

/** All rows that are listed. The lead stays, so that what is read stays. */
export function selectAll({ lead }: Selection, order: readonly string[]): Selection {
  const ids = new Set(order);
  const kept = lead !== null && ids.has(lead) ? lead : (order[0] ?? null);
  return { lead: kept, anchor: kept, ids };
}

/** What is left of it after rows have gone; the very same if none of its has. */
export function withoutGone(selection: Selection, isThere: (id: string) => boolean): Selection {
  const ids = new Set([...selection.ids].filter(isThere));
  if (ids.size === selection.ids.size) return selection;
  const last = [...ids].at(-1) ?? null;
  const orLast = (id: string | null) => (id !== null && ids.has(id) ? id : last);
  return { lead: orLast(selection.lead), anchor: orLast(selection.anchor), ids };
}
