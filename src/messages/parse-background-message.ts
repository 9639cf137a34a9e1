import { array, boolean, literal, number, object, picklist, safeParse, string, variant } from 'valibot';
import type { BackgroundMessage } from './messages.ts';

const Tab = object({
  tabId: number(),
  recording: object({ on: boolean(), why: string() }),
  keepOnNavigation: boolean(),
  sites: array(string()),
  everywhere: boolean(),
  countOnButton: boolean(),
  hostAccess: variant('sites', [
    object({ sites: picklist(['all', 'none']) }),
    object({ sites: literal('some'), patterns: array(string()) }),
  ]),
  dropped: number(),
  navigations: array(object({ url: string(), at: number() })),
});

const Envelope = object({ kind: picklist(['snapshot', 'delta', 'cleared']), tab: Tab });

/** The list that each kind of message must have; its exchanges come from our own background and are not looked into. */
const LISTS = { snapshot: ['exchanges'], delta: ['changed', 'removed'], cleared: [] } as const;

/**
 * What came through a port, as the background's message; null if it is none. Only the envelope is checked: the
 * exchanges were made by our own background, of the same version, and there may be many.
 */
export function parseBackgroundMessage(received: unknown): BackgroundMessage | null {
  const envelope = safeParse(Envelope, received);
  if (!envelope.success) return null;
  const fields = new Map(Object.entries(Object(received)));
  if (!LISTS[envelope.output.kind].every((name) => Array.isArray(fields.get(name)))) return null;
  // The envelope is right and the sender is our own background: its exchanges are what it says.
  return received as BackgroundMessage;
}
