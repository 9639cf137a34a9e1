/**
 * Every bound of the recorder in one place, each with its reason. Sizes are in characters of the text that is kept
 * (one to two bytes each in memory), times in milliseconds.
 */

/** Per tab. More than anyone reads; 5,000 exchanges with typical headers take about 10 MB. */
export const MAX_EXCHANGES_PER_TAB = 5_000;

/** Per tab. Stops a page with huge headers or URLs long before the number of exchanges does. */
export const MAX_CHARACTERS_PER_TAB = 24 * 1024 * 1024;

/** Servers refuse far shorter header lines (8 to 64 kB), browsers refuse 256 kB in all: nothing real is cut. */
export const MAX_HEADER_VALUE_LENGTH = 128 * 1024;

/** Browsers load URLs of up to 2 MB, servers answer 414 from 8 to 64 kB on. */
export const MAX_URL_LENGTH = 256 * 1024;

/** A tab that is never cleared still has a list of pages that can be read. The oldest go first. */
export const MAX_NAVIGATIONS = 100;

/** `storage.session` holds 10 MB (10,485,760 bytes). What is left over absorbs keys and the browser's own overhead. */
export const MAX_SESSION_BYTES = 8 * 1024 * 1024;

/** Between two writes to `storage.session` under load; measured to cost about 8 % of a CPU-bound page load. */
export const PERSIST_INTERVAL_MS = 250;

/** Between two messages to a panel: a blink, and 100 exchanges a message where one message each would be 1,000. */
export const DELTA_INTERVAL_MS = 100;

/** Exchanges in one message: the panel draws its first rows after the first of them. */
export const MAX_EXCHANGES_PER_MESSAGE = 500;

/** Chromium refuses messages of 64 MB; small ones keep both ends responsive. */
export const MAX_CHARACTERS_PER_MESSAGE = 2 * 1024 * 1024;

/**
 * A request without an answer for that long is closed: Firefox gives up after 300 s (`network.http.response.timeout`),
 * and some requests never end in its events (behind a permission prompt, redirected to `ftp:`).
 */
export const ANSWER_TIME_LIMIT_MS = 300_000;

/** After a redirect both browsers go on at once. One that doesn't won't: it was redirected to `ftp:`, or out of sight. */
export const REDIRECT_TIME_LIMIT_MS = 5_000;

/**
 * A response whose body comes for longer than that is a stream. Both browsers have refused it by then if they were to.
 * Well below the 30 s after which they stop a background that hears nothing.
 */
export const BODY_TIME_LIMIT_MS = 15_000;

/** How long a request that ran when the background was stopped is given to be heard of again. */
export const RESUME_TIME_LIMIT_MS = 30_000;

/** How often open requests are checked against these. */
export const CLOSING_INTERVAL_MS = 2_500;

/**
 * How long listening pauses when only pages that aren't recorded make requests. Browsers stop a background that has been
 * idle for 30 s: it must listen again before, because only what it listens to then can wake it.
 */
export const LISTENING_PAUSE_MS = 20_000;

/** How long a panel that was open when the background was stopped is given to connect again. */
export const PANEL_RECONNECT_MS = 10_000;

/** The user's own sites. A list that someone keeps by hand; the bound only stops a runaway. */
export const MAX_SITES = 1_000;
