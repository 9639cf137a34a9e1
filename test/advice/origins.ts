import type { Headers } from '../rules/exchange-builder.ts';
import { allowing } from '../rules/rule-case.ts';

/** A page of the server's own site, and pages of others. */
export const OWN = 'https://app.example.com';
export const PARTNER = 'https://shop.partner.net';
export const STRANGER = 'https://stranger.org';

/** Headers that allow an origin to use cookies, and what else is given. */
export function trusting(origin: string, more: Readonly<Record<string, string>> = {}): Headers {
  return allowing(origin, { 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin', ...more });
}

/** A request of a page that the server lets use cookies. */
export function trusted(origin: string) {
  return { origin, response: { headers: trusting(origin) } };
}
