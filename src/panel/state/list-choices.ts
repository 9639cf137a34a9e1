import { type Signal, signal } from '@preact/signals';
import type { Grouping } from '../view-models/groups.ts';
import type { RowKind } from '../view-models/row.ts';
import { IN_TIME, type Sort } from '../view-models/sort-rows.ts';

/** How the user wants to see the list, for as long as the panel is open. */
export interface ListChoices {
  readonly filterText: Signal<string>;
  /** The verdicts to show; empty for all. */
  readonly kinds: Signal<ReadonlySet<RowKind>>;
  readonly showOpaque: Signal<boolean>;
  readonly grouping: Signal<Grouping>;
  readonly sort: Signal<Sort>;
  /** Keys of the groups that are closed. */
  readonly collapsed: Signal<ReadonlySet<string>>;
}

export function createListChoices(): ListChoices {
  return {
    filterText: signal(''),
    kinds: signal<ReadonlySet<RowKind>>(new Set()),
    showOpaque: signal(false),
    grouping: signal<Grouping>('api'),
    sort: signal<Sort>(IN_TIME),
    collapsed: signal<ReadonlySet<string>>(new Set()),
  };
}
