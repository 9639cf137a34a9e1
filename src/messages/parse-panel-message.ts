import { MAX_URL_LENGTH } from '../model/limits.ts';
import { originOf } from '../model/origin.ts';
import type { PanelMessage } from './messages.ts';

type Kind = PanelMessage['kind'];
type Fields<Message extends PanelMessage> = Readonly<
  Record<Exclude<keyof Message, 'kind'>, (value: unknown) => boolean>
>;

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

/** A serialised http(s) origin, and nothing else: no path, no wildcard, no opaque origin. */
const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= MAX_URL_LENGTH &&
  /^https?:/.test(value) &&
  originOf(value) === value;

/** What each kind of message has besides its kind. */
const FIELDS: { readonly [K in Kind]: Fields<Extract<PanelMessage, { readonly kind: K }>> } = {
  subscribe: { tabId: Number.isInteger, watches: isBoolean },
  clear: {},
  'set-recording': { on: isBoolean },
  'set-keep-on-navigation': { on: isBoolean },
  'set-site': { origin: isOrigin, on: isBoolean },
  'set-everywhere': { on: isBoolean },
  'set-count-on-button': { on: isBoolean },
  'open-in-tab': {},
  received: {},
  ping: {},
};

const FIELDS_BY_KIND = new Map<unknown, Readonly<Record<string, (value: unknown) => boolean>>>(
  Object.entries(FIELDS),
);

/**
 * What came through a port, as a panel's message; null if it is none. Without a library of schemas: it would be the
 * background's only use of one, and the browser would have to load it each time that it starts that.
 */
export function parsePanelMessage(received: unknown): PanelMessage | null {
  return isPanelMessage(received) ? received : null;
}

function isPanelMessage(received: unknown): received is PanelMessage {
  if (typeof received !== 'object' || received === null) return false;
  const { kind, ...others } = Object.fromEntries(Object.entries(received));
  const fields = Object.entries(FIELDS_BY_KIND.get(kind) ?? { none: () => false });
  const values = new Map(Object.entries(others));
  return (
    fields.length === values.size &&
    fields.every(([name, isRight]) => values.has(name) && isRight(values.get(name)))
  );
}
