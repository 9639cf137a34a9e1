import type { BrowserDocument } from './browser.ts';
import { poll } from './poll.ts';

/** A place in a document's viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The few things that each engine does its own way; `browserDocument` builds the rest on them. */
export interface DocumentDriver {
  /** Evaluates a JavaScript expression and gives its value, awaited, which is a string. */
  evaluateString(expression: string): Promise<string>;
  clickAt(point: Point): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
}

/** The source of an expression that calls the function with those arguments and gives JSON of its awaited result. */
export function callExpression(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(async () => JSON.stringify({ value: await (${fn})(...${JSON.stringify(args)}) }))()`;
}

/** The result that an expression of `callExpression` gave. */
export function resultOf(json: string): unknown {
  const result: { readonly value?: unknown } = JSON.parse(json);
  return result.value;
}

export function browserDocument(driver: DocumentDriver): BrowserDocument {
  async function evaluate<A extends readonly unknown[], R>(
    fn: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    // The function's own type says what its JSON is; nothing else can.
    return resultOf(await driver.evaluateString(callExpression(fn, args))) as R;
  }
  return {
    evaluate,
    waitFor: (fn, args, { timeoutMs = 15_000, what = `${fn}` } = {}) =>
      // Without arguments, the function's own list of them is empty.
      poll(() => evaluate(fn, ...(args ?? ([] as unknown as NonNullable<typeof args>))), { timeoutMs, what }),
    async click(selector) {
      const point = await poll(() => evaluate(clickablePoint, selector), {
        timeoutMs: 10_000,
        what: `an element to click at ${selector}`,
      });
      await driver.clickAt(point);
    },
    press: (key) => driver.press(key),
    type: (text) => driver.type(text),
    screenshot: (path) => driver.screenshot(path),
  };
}

/** Runs in the document: the middle of the element's visible part, or null as long as a click wouldn't reach it. */
function clickablePoint(selector: string): Point | null {
  const element = document.querySelector(selector);
  if (element === null || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  return element.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
}
