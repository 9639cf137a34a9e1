import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Navigation } from '../../messages/messages.ts';
import type { Steps } from '../../model/steps.ts';
import { ArrangedRows, type Arrangement, type RowLog } from '../view-models/arranged-rows.ts';
import { parseFilter } from '../view-models/filter.ts';
import { type ListVM, toList } from '../view-models/list.ts';
import type { ListChoices } from './list-choices.ts';
import { createPace, type Later } from './pace.ts';

/** From what the list is made. */
export interface ListSources extends ListChoices {
  readonly log: ReadonlySignal<RowLog>;
  /** Oldest first. */
  readonly navigations: ReadonlySignal<readonly Navigation[]>;
}

interface Underway {
  readonly rows: ArrangedRows;
  readonly steps: Steps<void>;
}

/**
 * The list, as the user wants to see it. What comes and goes is taken in at once. Another filter, order or grouping
 * arranges all rows anew: as much at once as fits in a slice, so that a few are there at once, and the rest in slices;
 * until it is whole, the list stays as it is.
 */
export function createList(sources: ListSources, later: Later): ReadonlySignal<ListVM> {
  const { log, navigations, filterText, kinds, showOpaque, grouping, sort, collapsed } = sources;
  const matches = computed(() => parseFilter(filterText.value));
  const wanted = computed(
    (): Arrangement => ({
      matches: matches.value,
      kinds: kinds.value,
      showOpaque: showOpaque.value,
      grouping: grouping.value,
      sort: sort.value,
    }),
  );
  let shown = new ArrangedRows(wanted.peek());
  let underway: Underway | null = null;
  const version = signal(0);
  const pace = createPace(later, step);

  function step(): boolean {
    if (underway === null) return false;
    const { rows, steps } = underway;
    if (steps.next().done !== true) return true;
    underway = null;
    rows.update(log.peek());
    show(rows);
    return false;
  }

  function show(rows: ArrangedRows): void {
    shown = rows;
    version.value += 1;
  }

  function take(rows: RowLog, arrangement: Arrangement): void {
    if (arrangement === (underway?.rows ?? shown).arrangement) {
      // What is underway takes it in when it is whole.
      if (underway !== null) return;
      shown.update(rows);
      show(shown);
      return;
    }
    const next = new ArrangedRows(arrangement);
    underway = { rows: next, steps: next.fill(rows) };
    pace.startNow();
  }

  effect(() => {
    const [rows, arrangement] = [log.value, wanted.value];
    untracked(() => take(rows, arrangement));
  });
  return computed(() => {
    void version.value;
    return toList(shown, collapsed.value, navigations.value);
  });
}
