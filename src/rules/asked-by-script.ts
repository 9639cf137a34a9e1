import type { Exchange } from '../model/exchange.ts';

/** Whether a script asked, with `fetch` or XMLHttpRequest, and not an element of the page. */
export function isAskedByScript({ type }: Exchange): boolean {
  return type === 'xmlhttprequest' || type === 'other';
}
