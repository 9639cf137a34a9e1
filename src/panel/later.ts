import { drawByFrame } from './draw-by-frame.ts';
import type { Later } from './state/pace.ts';

/**
 * Has the browser do it after input, among other tasks. Unlike timers such tasks are not held back when there are many of
 * them, nor while the panel is hidden.
 */
export const soon: Later = (task, afterMs) => {
  if (afterMs === undefined) void scheduler.postTask(task);
  else setTimeout(task, afterMs);
};

/** The same for what nobody waits for: what it changes is drawn when there is time for that. */
export const later: Later = (task, afterMs) => soon(() => drawByFrame(task), afterMs);
