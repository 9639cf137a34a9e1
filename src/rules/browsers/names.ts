import type { Engine } from '../../model/exchange.ts';

/** The browsers' names, as users say them. */
export const BROWSER_NAMES: Readonly<Record<Engine, string>> = {
  chromium: 'Chrome',
  firefox: 'Firefox',
  webkit: 'Safari',
};
