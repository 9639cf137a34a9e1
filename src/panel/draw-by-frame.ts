import { options } from 'preact';

/** In milliseconds: a panel that is hidden has no frames, and yet it is to be right when somebody asks what it shows. */
const LONGEST_MS = 100;

/** Drawing what nobody waits for takes at most this share of the time, … */
const SHARE = 1 / 8;

/** … unless that would leave the panel as it was for longer. */
const LONGEST_REST_MS = 250;

let restsUntil = Number.NEGATIVE_INFINITY;

/**
 * Makes a change that nobody waits for: it is drawn with the next frame, and with it whatever else changes until then. What
 * the user does is drawn at once, as always: the next key must find what the last one did.
 */
export function drawByFrame(change: () => void): void {
  const { debounceRendering: usual = queueMicrotask } = options;
  options.debounceRendering = onceRested;
  try {
    change();
  } finally {
    options.debounceRendering = usual;
  }
}

function onceRested(draw: () => void): void {
  const rest = restsUntil - performance.now();
  if (rest > 0) setTimeout(onNextFrame, rest, draw);
  else onNextFrame(draw);
}

function onNextFrame(draw: () => void): void {
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    drawAndRest(draw);
  }, LONGEST_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    drawAndRest(draw);
  });
}

function drawAndRest(draw: () => void): void {
  const startedAt = performance.now();
  draw();
  const now = performance.now();
  restsUntil = now + Math.min(LONGEST_REST_MS, (now - startedAt) * (1 / SHARE - 1));
}
