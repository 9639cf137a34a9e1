import {
  array,
  boolean,
  check,
  type GenericSchema,
  integer,
  literal,
  maxLength,
  number,
  object,
  picklist,
  pipe,
  safeParse,
  strictObject,
  string,
  variant,
} from 'valibot';
import { MAX_URL_LENGTH } from '../model/limits.ts';
import { originOf } from '../model/origin.ts';
import type { BackgroundMessage, PanelMessage } from './messages.ts';

/** A serialised http(s) origin, and nothing else: no path, no wildcard, no opaque origin. */
const Origin = pipe(
  string(),
  maxLength(MAX_URL_LENGTH),
  check((origin) => /^https?:/.test(origin) && originOf(origin) === origin),
);

const PanelMessageSchema: GenericSchema<unknown, PanelMessage> = variant('kind', [
  strictObject({ kind: literal('subscribe'), tabId: pipe(number(), integer()), watches: boolean() }),
  strictObject({ kind: literal('clear') }),
  strictObject({ kind: literal('set-recording'), on: boolean() }),
  strictObject({ kind: literal('set-keep-on-navigation'), on: boolean() }),
  strictObject({ kind: literal('set-site'), origin: Origin, on: boolean() }),
  strictObject({ kind: literal('set-everywhere'), on: boolean() }),
  strictObject({ kind: literal('set-count-on-button'), on: boolean() }),
  strictObject({ kind: literal('open-in-tab') }),
  strictObject({ kind: literal('received') }),
  strictObject({ kind: literal('ping') }),
]);

/** What came through a port, as a panel's message; null if it is none. */
export function parsePanelMessage(received: unknown): PanelMessage | null {
  const result = safeParse(PanelMessageSchema, received);
  return result.success ? result.output : null;
}

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
