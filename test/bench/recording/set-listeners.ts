/** The background of an extension that has one set of listeners, and does nothing with what they tell. */
import type { ListenerSet } from './listener-sets.ts';

interface EventSource {
  addListener(listener: () => undefined, ...options: readonly unknown[]): void;
}

declare const __SET__: ListenerSet;
declare const chrome: { readonly webRequest: Readonly<Record<string, EventSource>> };

const { events, filter } = __SET__;
for (const [name, spec] of Object.entries(events)) {
  // Firefox throws on an empty list at events that take none.
  chrome.webRequest[name]?.addListener(() => undefined, filter, ...(spec.length > 0 ? [spec] : []));
}
