import { ENGINES } from '../fetch/engines.ts';

/** What to send as Access-Control-Max-Age: Chromium counts no more than that, and a day is long where a mistake has to be waited out. */
export const RECOMMENDED_SECONDS = ENGINES.chromium.preflightCache.cap;
