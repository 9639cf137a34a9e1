import { PanelHub } from '../../../../src/background/panel-hub.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { aTabState } from '../../../tab-state.ts';
import { nthExchange, running } from './traffic.ts';

/** What the page tells the worker: how much there is, that requests come now, or what the panel has to say. */
export type ToBackground =
  | { readonly kind: 'fill'; readonly count: number }
  | { readonly kind: 'requests'; readonly perSecond: number; readonly seconds: number }
  | { readonly kind: 'from-panel'; readonly message: unknown };

/** What the worker tells the page. */
export type FromBackground =
  | { readonly kind: 'filled'; readonly parseMs: number }
  | { readonly kind: 'requests-done' }
  | { readonly kind: 'to-panel'; readonly message: unknown };

/** How long a request runs. */
const TAKES_MS = 150;

/** The background's end of the line in a thread of its own, as in a browser: the real hub over exchanges that are just there. */
const tab = aTabState({ page: 'http://localhost:5173/' });
const exchanges = new Map<string, Exchange>();
let fromPanel: (message: unknown) => void = () => undefined;

const hub = new PanelHub({
  stateOf: () => tab,
  exchangesOf: () => [...exchanges.values()],
  exchange: (id) => exchanges.get(id),
  shows: () => true,
  onSubscribe: () => undefined,
  onLastPanelGone: () => undefined,
  onCommand: () => undefined,
});

function tell(message: FromBackground): void {
  postMessage(message);
}

function fill(count: number): void {
  for (let n = 0; n < count; n += 1) keep(nthExchange(n));
  const json = JSON.stringify([...exchanges.values()]);
  const startedAt = performance.now();
  JSON.parse(json);
  const parseMs = performance.now() - startedAt;
  hub.connect({
    // Through an extension's port nothing arrives twice as the same object, as it does between a page and its worker.
    post: (message) => tell({ kind: 'to-panel', message: JSON.parse(JSON.stringify(message)) }),
    onMessage: (listener) => {
      fromPanel = listener;
    },
    onDisconnect: () => undefined,
  });
  tell({ kind: 'filled', parseMs });
}

function keep(exchange: Exchange): void {
  exchanges.set(exchange.id, exchange);
}

/** One by one, as they come from a browser. */
function request(perSecond: number, seconds: number): void {
  const startedAt = performance.now();
  const first = exchanges.size;
  let begun = 0;
  const timer = setInterval(() => {
    const due = Math.min(seconds, (performance.now() - startedAt) / 1_000) * perSecond;
    for (; begun < due; begun += 1) begin(nthExchange(first + begun));
    if (begun < seconds * perSecond) return;
    clearInterval(timer);
    setTimeout(() => tell({ kind: 'requests-done' }), TAKES_MS);
  }, 5);
}

function begin(exchange: Exchange): void {
  const asItRuns = running(exchange);
  keep(asItRuns);
  hub.changed(asItRuns);
  setTimeout(() => {
    keep(exchange);
    hub.changed(exchange);
  }, TAKES_MS);
}

addEventListener('message', ({ data }: MessageEvent<ToBackground>) => {
  switch (data.kind) {
    case 'fill':
      fill(data.count);
      return;
    case 'requests':
      request(data.perSecond, data.seconds);
      return;
    case 'from-panel':
      fromPanel(data.message);
  }
});
