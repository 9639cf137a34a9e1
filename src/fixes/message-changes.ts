import type { HeaderChange, ResponseRef } from '../model/fix.ts';
import { getHeaderLines, type HeaderList } from '../model/header-list.ts';
import { extendHeaders, extendMethods } from './allow-lists.ts';

/** One answer that has to change, with what is known of it. */
export interface FaultyMessage {
  readonly ref: ResponseRef;
  /** Its headers as they are; empty if it was never seen. */
  readonly headers: HeaderList;
  readonly assumed: boolean;
}

/** The answer names exactly this origin, and caches are told that it does. */
export function allowOrigin(message: FaultyMessage, origin: string): readonly HeaderChange[] {
  const change = setTo(message, 'Access-Control-Allow-Origin', origin);
  const vary = varyByOrigin(message);
  return vary === null ? [change] : [change, vary];
}

/** The one value that allows credentials. @see https://fetch.spec.whatwg.org/#http-access-control-allow-credentials */
export function allowCredentials(message: FaultyMessage): HeaderChange {
  return setTo(message, 'Access-Control-Allow-Credentials', 'true');
}

/** The preflight's answer lists the method, besides those that it lists now. */
export function allowMethod(message: FaultyMessage, method: string): HeaderChange {
  const name = 'Access-Control-Allow-Methods';
  return setTo(message, name, extendMethods(getHeaderLines(message.headers, name), method).join(', '));
}

/** The preflight's answer lists the request headers, besides those that it lists now. */
export function allowHeaders(message: FaultyMessage, asked: readonly string[]): HeaderChange {
  const name = 'Access-Control-Allow-Headers';
  const names = extendHeaders(getHeaderLines(message.headers, name), asked);
  // Nothing is asked for, and nothing of what is there can be kept: better no list than one that nobody can read.
  return names.length === 0 ? remove(message, name) : setTo(message, name, names.join(', '));
}

/** An answer that depends on who asks must say so, or a cache gives one origin's copy to another. */
function varyByOrigin(message: FaultyMessage): HeaderChange | null {
  const lines = getHeaderLines(message.headers, 'vary');
  const names = lines.flatMap((line) => line.split(',')).map((name) => name.trim());
  if (names.some((name) => name === '*' || name.toLowerCase() === 'origin')) return null;
  return setTo(message, 'Vary', [...names.filter((name) => name !== ''), 'Origin'].join(', '));
}

function setTo({ ref, headers, assumed }: FaultyMessage, name: string, value: string): HeaderChange {
  const { hop, on } = ref;
  return { hop, on, op: 'set', name, value, before: getHeaderLines(headers, name), assumed };
}

function remove({ ref, headers, assumed }: FaultyMessage, name: string): HeaderChange {
  const { hop, on } = ref;
  return { hop, on, op: 'remove', name, before: getHeaderLines(headers, name), assumed };
}
