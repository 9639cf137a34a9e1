/**
 * Every bound of what is kept, in one place, each with its reason. Sizes are in characters of the text that is kept
 * (one to two bytes each in memory) unless they say bytes; times are in milliseconds.
 *
 * Beyond a bound of count or size the oldest goes, and is counted: the panel says how many went. Text beyond its bound is
 * cut, with a note of how long it was. Time alone drops nothing: an exchange is kept until its page is left (its tab is
 * closed, if the user keeps on navigation), because a failure is read when somebody comes back to it.
 */

// One exchange

/** Servers answer 414 from 8 to 64 kB on, browsers load URLs of up to 2 MB: what is cut is a test, or no URL at all. */
export const MAX_URL_LENGTH = 64 * 1024;

/** A page's own URL is kept with each of its exchanges. An address bar shows less. */
export const MAX_PAGE_URL_LENGTH = 2 * 1024;

/** Servers refuse header lines from 8 to 64 kB on: nothing that was understood is cut. */
export const MAX_HEADER_VALUE_LENGTH = 64 * 1024;

/** The longest name in use has 40 characters. */
export const MAX_HEADER_NAME_LENGTH = 1024;

/** Of one message. Real ones have up to a hundred; nginx, Apache and Node.js refuse 100 to 2,000. */
export const MAX_HEADER_LINES = 1_000;

/** Of one message, names and values. Chromium refuses responses of more than 256 kB of header lines. */
export const MAX_HEADERS_LENGTH = 256 * 1024;

/** Methods, status texts and error texts: a page or server may make them as long as it likes, and nobody reads on. */
export const MAX_WORD_LENGTH = 1024;

/** Browsers give up after 20 redirects; each may have been made again by the browser itself (HSTS). */
export const MAX_HOPS = 50;

/** Of one exchange, over all its hops: several times what a hop can have, so that only a chain of giants goes. */
export const MAX_CHARACTERS_PER_EXCHANGE = 4 * 1024 * 1024;

// What masking remembers

/** Masked URLs, and header lines that hold no secret: several times those of the requests that are open at once. */
export const MAX_REMEMBERED = 1_024;

/** Longer ones are masked anew each time: there are few, and 1,024 of them would take megabytes. */
export const MAX_REMEMBERED_LENGTH = 1_024;

// All exchanges

/** Per tab. More than anyone reads; 5,000 exchanges with typical headers take about 10 MB. */
export const MAX_EXCHANGES_PER_TAB = 5_000;

/** Per tab. Stops a page with huge headers or URLs long before the number of exchanges does. */
export const MAX_CHARACTERS_PER_TAB = 24 * 1024 * 1024;

/**
 * Over all tabs and workers: three tabs that are full. The biggest tab that no panel shows gives up its oldest first: it
 * has the most to give, and nobody is looking. A shown tab gives up only to another that is shown.
 */
export const MAX_EXCHANGES = 15_000;

/** Over all tabs and workers: two tabs that are full, which is 50 to 100 MB. */
export const MAX_CHARACTERS = 48 * 1024 * 1024;

/** OPTIONS requests of which it isn't known yet whether they are preflights. A tab has no more exchanges to pair them with. */
export const MAX_UNCONFIRMED = 5_000;

/** Requests whose exchange is gone while they run: as many as two tabs can lose at once. Of what is beyond, the rest may show up. */
export const MAX_IGNORED = 10_000;

/** In a panel: its tab's and as many of workers. It has more only of what a stopped background has lost meanwhile. */
export const MAX_EXCHANGES_IN_PANEL = 2 * MAX_EXCHANGES_PER_TAB;
export const MAX_CHARACTERS_IN_PANEL = 2 * MAX_CHARACTERS_PER_TAB;

// DevTools' network log, in a panel

/** Each exchange of a tab may have a preflight, which is an entry of its own. */
export const MAX_NETWORK_ENTRIES = 2 * MAX_EXCHANGES_PER_TAB;

/** What is kept of all entries. Most have a few lines of a stack, or the header lines of a response. */
export const MAX_NETWORK_CHARACTERS = 16 * 1024 * 1024;

/** Of the whole stack that started a request. DevTools keep 200 calls, nobody reads on. */
export const MAX_CALL_FRAMES = 50;

/** As many as DevTools keep. */
export const MAX_ASYNC_STEPS = 32;

// Tabs and settings

/** Of which something is known. Of those beyond, one without exchanges and panel is forgotten first. */
export const MAX_TABS = 1_000;

/** A tab that is never cleared still has a list of pages that can be read. The oldest go first. */
export const MAX_NAVIGATIONS = 100;

/** Of one page, whose workers it shows. Pages with advertisements have some twenty; of those beyond, no workers are shown. */
export const MAX_FRAME_ORIGINS = 50;

/** Of one tab. Chromium renders up to ten pages ahead. */
export const MAX_PAGES_AHEAD = 10;

/** The user's own sites. A list that someone keeps by hand; the bound only stops a runaway. */
export const MAX_SITES = 1_000;

// Storage

/** Bytes. `storage.session` holds 10 MB (10,485,760 bytes). What is left over absorbs what the browser counts otherwise. */
export const MAX_SESSION_BYTES = 8 * 1024 * 1024;

/** Bytes. Where the browser refuses even that, less would not help, and the problem stays on show. 700 typical exchanges. */
export const MIN_SESSION_BYTES = 1024 * 1024;

/**
 * Between two writes to `storage.session`, at least: what is told in between is lost if the background is killed just then.
 * The pause grows with the time that a write takes, so that writing takes no more than this share of all time.
 */
export const MIN_PERSIST_INTERVAL_MS = 20;
export const PERSIST_SHARE = 1 / 10;

/** The longest pause between two writes under load; measured to cost about 8 % of a CPU-bound page load. */
export const PERSIST_INTERVAL_MS = 250;

/** After a refusal each next attempt waits longer, up to this: a full storage must not keep us busy. */
export const MAX_PERSIST_PAUSE_MS = 30_000;

// Messages to a panel

/** Between two messages to a panel: a blink, and 100 exchanges a message where one message each would be 1,000. */
export const DELTA_INTERVAL_MS = 100;

/** Exchanges in one message, which a panel takes in at a stretch: a few milliseconds, and then its first rows are there. */
export const MAX_EXCHANGES_PER_MESSAGE = 100;

/** Chromium refuses messages of 64 MB; small ones keep both ends responsive. */
export const MAX_CHARACTERS_PER_MESSAGE = 2 * 1024 * 1024;

/**
 * Messages on their way to a panel that it hasn't confirmed. A panel that is held (by a breakpoint, by a busy machine)
 * gets the rest when it goes on, each exchange once and as it is by then.
 */
export const MAX_MESSAGES_UNDERWAY = 8;

// Time

/**
 * A request without an answer for that long is closed: Firefox gives up after 300 s (`network.http.response.timeout`),
 * and some requests never end in its events (behind a permission prompt, redirected to `ftp:`).
 */
export const ANSWER_TIME_LIMIT_MS = 300_000;

/** After a redirect both browsers go on at once. One that doesn't won't: it was redirected to `ftp:`, or out of sight. */
export const REDIRECT_TIME_LIMIT_MS = 5_000;

/**
 * How long after a request was given up Chromium may tell that its preflight begins, which another process sends.
 * Measured under load, with room.
 */
export const LATE_PREFLIGHT_MS = 1_000;

/** How long it is followed for that, because under load all events come late. */
export const GIVEN_UP_TIME_LIMIT_MS = 10_000;

/**
 * A response whose body comes for longer than that is a stream. Both browsers have refused it by then if they were to.
 * Well below the 30 s after which they stop a background that hears nothing.
 */
export const BODY_TIME_LIMIT_MS = 15_000;

/** How long a request that ran when the background was stopped is given to be heard of again. */
export const RESUME_TIME_LIMIT_MS = 15_000;

/**
 * Browsers stop a background that has heard nothing for 30 s. One that had heard something this short before was killed,
 * and events are lost.
 */
export const KILLED_WITHIN_MS = 20_000;

/** How often open requests are checked against these. */
export const CLOSING_INTERVAL_MS = 2_500;

/**
 * How long listening pauses when only pages that aren't recorded make requests. Browsers stop a background that has been
 * idle for 30 s: it must listen again before, because only what it listens to then can wake it.
 */
export const LISTENING_PAUSE_MS = 20_000;

/** How long a panel that was open when the background was stopped is given to connect again. */
export const PANEL_RECONNECT_MS = 10_000;
