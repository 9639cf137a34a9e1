/** Bounds of what is imported. All are far above what is ever exported; they stop files that were made to do harm. */

/** UTF-16 units. A full recording of a tab is below 50 million. */
export const MAX_REPORT_LENGTH = 100_000_000;

/** Twice what is recorded of one tab. */
export const MAX_EXCHANGES = 10_000;

/** Browsers give up after 20 redirects; each may have been made again by the browser itself (HSTS). */
export const MAX_HOPS = 50;

/** Browsers refuse 256 kB of header lines. */
export const MAX_HEADER_LINES = 2_000;

/** Twice what is kept of a stack. */
export const MAX_CALL_FRAMES = 100;

/** Unicode characters. The longest are console messages, in which a URL of 256 kB stands up to three times. */
export const MAX_TEXT_LENGTH = 1_000_000;

/** Findings, changes, actions, parts of a text and the like. */
export const MAX_ITEMS = 1_000;
