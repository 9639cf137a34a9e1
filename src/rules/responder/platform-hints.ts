import type { Action } from '../../model/fix.ts';
import type { AnsweredBy } from './answered-by.ts';
import { configurationOrder } from './configuration-order.ts';
import { hintFor } from './platform-hint-table.ts';

/** How many hints an action gets while nobody knows which of the platforms it is about; more would hide it. */
const MOST_GUESSES = 2;

/**
 * The actions, each followed by how it is done on the platform that answered, where that is known. Each hint is an action
 * of its own, with its words in `platform-hint-words.ts`.
 */
export function withPlatformHints(
  actions: readonly Action[],
  answeredBy: AnsweredBy | null,
): readonly Action[] {
  if (answeredBy === null) return actions;
  const order = configurationOrder(answeredBy);
  const most = answeredBy.maker === null ? MOST_GUESSES : 1;
  const given = new Set<string>();
  return actions.flatMap((action) => {
    const ids = order.flatMap((platform) => hintFor(platform, action.id) ?? []);
    const hints = [...new Set(ids)].filter((id) => !given.has(id)).slice(0, most);
    for (const id of hints) given.add(id);
    return [action, ...hints.map((id): Action => ({ id, data: {} }))];
  });
}
