import { effect, type ReadonlySignal } from '@preact/signals';
import {
  fallback,
  maxValue,
  minValue,
  number,
  object,
  picklist,
  pipe,
  record,
  safeParse,
  string,
} from 'valibot';
import { COLUMN_IDS } from '../view-models/columns.ts';
import { GROUPINGS, type Grouping } from '../view-models/groups.ts';
import { IN_TIME, type Sort } from '../view-models/sort-rows.ts';
import { SPLIT } from '../view-models/split.ts';
import type { RememberedServers } from './configurations.ts';

/** What the user chose of how the panel looks, which the next panel has from the start. */
export interface RememberedView {
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** The list's share of the width, in percent. */
  readonly split: number;
  /** Which configuration they wanted where a platform answered. */
  readonly servers: RememberedServers;
  /** The format of their last report; also one that a later version has. */
  readonly exportFormat: string;
}

export const DEFAULT_VIEW: RememberedView = {
  grouping: 'api',
  sort: IN_TIME,
  split: SPLIT.usual,
  servers: {},
  exportFormat: 'markdown',
};

const VIEW = object({
  grouping: fallback(picklist(GROUPINGS), DEFAULT_VIEW.grouping),
  sort: fallback(
    object({ column: picklist(COLUMN_IDS), direction: picklist(['ascending', 'descending']) }),
    DEFAULT_VIEW.sort,
  ),
  split: fallback(pipe(number(), minValue(SPLIT.least), maxValue(SPLIT.most)), DEFAULT_VIEW.split),
  servers: fallback(record(string(), string()), DEFAULT_VIEW.servers),
  exportFormat: fallback(string(), DEFAULT_VIEW.exportFormat),
});

/** Whatever an older version of ours may have stored. What can't be read counts as not chosen. */
export function parseView(stored: unknown): RememberedView {
  const { success, output } = safeParse(VIEW, stored);
  return success ? output : DEFAULT_VIEW;
}

/**
 * Hands over what the user chooses from now on, at once: a panel that is left has no time to wait for, and its timers are
 * held back. Who drags a line changes its place at every move; meanwhile only the newest is kept for when it was taken.
 * @param remember settles when the view was taken, whether it could be or not
 */
export function rememberView(
  {
    grouping,
    sort,
    split,
    servers,
    exportFormat,
  }: { readonly [K in keyof RememberedView]: ReadonlySignal<RememberedView[K]> },
  remember: (view: RememberedView) => Promise<unknown>,
): void {
  let isFirst = true;
  let taking = false;
  let next: RememberedView | null = null;

  async function write(): Promise<void> {
    if (taking) return;
    taking = true;
    while (next !== null) {
      const view = next;
      next = null;
      await remember(view);
    }
    taking = false;
  }

  effect(() => {
    const view = {
      grouping: grouping.value,
      sort: sort.value,
      split: split.value,
      servers: servers.value,
      exportFormat: exportFormat.value,
    };
    if (!isFirst) {
      next = view;
      void write();
    }
    isFirst = false;
  });
}
