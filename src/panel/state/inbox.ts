import type { BackgroundMessage } from '../../messages/messages.ts';
import { createPace, type Later } from './pace.ts';

type Delta = Extract<BackgroundMessage, { readonly kind: 'delta' }>;

/** Exchanges that are taken in at a stretch: enough to make each version of the list worth its cost, little enough for a slice. */
const MOST_TOGETHER = 200;

/**
 * Takes deltas in together that come right behind one another, as those do in which a long list arrives: each version of
 * a list costs as much as it is long. What they say together is what they say one after the other. Everything else is
 * taken in at once, after all that came before it.
 */
export function createInbox(
  take: (message: BackgroundMessage) => void,
  later: Later,
): (message: BackgroundMessage) => void {
  let waiting: Delta[] = [];
  const pace = createPace(later, step);

  function step(): boolean {
    const count = countTogether(waiting);
    const some = waiting.slice(0, count);
    waiting = waiting.slice(count);
    const last = some.at(-1);
    if (last !== undefined) take(join(some, last));
    return waiting.length > 0;
  }

  return (message) => {
    if (message.kind === 'delta') {
      waiting.push(message);
      pace.start();
      return;
    }
    while (step());
    take(message);
  };
}

/** How many of the first are to be taken in together. */
function countTogether(deltas: readonly Delta[]): number {
  let exchanges = 0;
  const removed = new Set<string>();
  for (const [index, delta] of deltas.entries()) {
    exchanges += delta.changed.length;
    const isTooMuch = exchanges > MOST_TOGETHER;
    // In one delta, what is removed is gone whatever else it says of that.
    const comesBack = delta.changed.some(({ id }) => removed.has(id));
    if (index > 0 && (isTooMuch || comesBack)) return index;
    for (const id of delta.removed) removed.add(id);
  }
  return deltas.length;
}

function join(deltas: readonly Delta[], { kind, tab }: Delta): Delta {
  return {
    kind,
    tab,
    changed: deltas.flatMap(({ changed }) => changed),
    removed: deltas.flatMap(({ removed }) => removed),
  };
}
