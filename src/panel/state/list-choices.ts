import { type Signal, signal } from '@preact/signals';
import type { Grouping } from '../view-models/groups.ts';
import type { RowKind } from '../view-models/row.ts';
import type { Sort } from '../view-models/sort-rows.ts';
import type { RememberedView } from './remembered-view.ts';

/** How the user wants to see the list. */
export interface ListChoices {
  readonly filterText: Signal<string>;
  /** The verdicts to show; empty for all. */
  readonly kinds: Signal<ReadonlySet<RowKind>>;
  readonly showOpaque: Signal<boolean>;
  readonly grouping: Signal<Grouping>;
  readonly sort: Signal<Sort>;
  /** Keys of the groups that are closed. */
  readonly collapsed: Signal<ReadonlySet<string>>;
  /** The list's share of the width, in percent. */
  readonly split: Signal<number>;
}

/** @param view what is remembered of an earlier panel; the rest holds for as long as this one is open */
export function createListChoices({ grouping, sort, split }: RememberedView): ListChoices {
  return {
    filterText: signal(''),
    kinds: signal<ReadonlySet<RowKind>>(new Set()),
    showOpaque: signal(false),
    grouping: signal(grouping),
    sort: signal(sort),
    collapsed: signal<ReadonlySet<string>>(new Set()),
    split: signal(split),
  };
}
