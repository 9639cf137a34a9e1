import type { TabState } from '../../messages/messages.ts';
import { strings } from '../strings.ts';

const words = strings.status;

/** The facts of the status bar, from left to right. */
export function toStatus(
  tab: TabState | null,
  { shown, total, waiting }: { readonly shown: number; readonly total: number; readonly waiting: number },
): readonly string[] {
  const facts = [shown === total ? words.count(total) : words.shown(shown, total)];
  if (waiting > 0) facts.push(words.checking(waiting));
  if (tab !== null) facts.push(scopeOf(tab));
  facts.push(words.masked);
  return facts;
}

function scopeOf({ recording }: TabState): string {
  if (!recording.on) return words.paused;
  return recording.complete ? words.recording[recording.why] : words.incompleteRecording[recording.why];
}
