/** How a stretch of time was for who uses the page, in milliseconds. */
export interface Blocks {
  /** The longest that a message to itself took: the page's longest task, or several that were queued before it. */
  readonly longest: number;
  /** Which part of the time the page was at work, 0 to 1. */
  readonly busy: number;
}

/** What lies between two messages of an idle page. */
const IDLE_MS = 1;

/**
 * Measures from now on, until it is stopped, how long the page is at work at a stretch: a message that it sends to itself
 * comes back as soon as nothing else runs and nothing is queued before it. Every browser can do that, and unlike the
 * browsers' own reports of long tasks it tells of the short ones, too.
 */
export function watchBlocks(): () => Blocks {
  const { port1, port2 } = new MessageChannel();
  const startedAt = performance.now();
  let last = startedAt;
  let longest = 0;
  let atWork = 0;
  function note(): void {
    const now = performance.now();
    const gap = now - last;
    last = now;
    longest = Math.max(longest, gap);
    if (gap > IDLE_MS) atWork += gap;
  }
  port1.onmessage = () => {
    note();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => {
    note();
    port1.close();
    return { longest, busy: atWork / (last - startedAt) };
  };
}
