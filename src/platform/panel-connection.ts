import { type BackgroundMessage, PANEL_PORT, type PanelMessage } from '../messages/messages.ts';
import { parseBackgroundMessage } from '../messages/parse-background-message.ts';
import { browser } from './browser.ts';

/** `connecting`: no snapshot yet; `live`: a snapshot came and deltas follow; `lost`: the background can't be reached. */
export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface PanelConnection {
  /** Sends a command. While the background can't be reached it is dropped: the next snapshot tells what is so. */
  send(message: PanelMessage): void;
  close(): void;
}

/** The little of `runtime.Port` that is needed here, so that tests can stand in for the browser. */
export interface PanelPort {
  postMessage(message: PanelMessage): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface ConnectionOptions {
  readonly tabId: number;
  /** Whether the tab is to be recorded while this connection lasts. */
  readonly watches: boolean;
  readonly onMessage: (message: BackgroundMessage) => void;
  readonly onState: (state: ConnectionState) => void;
  /** How to open a port; the browser's own way unless a test says otherwise. */
  readonly connect?: () => PanelPort;
}

/** An idle worker is stopped after 30 seconds, an open port notwithstanding. */
const PING_INTERVAL_MS = 20_000;

/** Pauses before each further attempt. The first lets the browser finish stopping the worker before it starts anew. */
const RETRY_DELAYS_MS = [300, 1_000, 3_000, 10_000];

/** From this attempt on the user is told; before, it is the ordinary restart of a stopped worker. */
const ATTEMPTS_UNTIL_LOST = 2;

/**
 * Opens the port to the background and keeps it: whenever it is disconnected (the browser stopped the worker, the
 * extension was updated) it is opened anew with a fresh `subscribe`, which the background answers with a snapshot.
 */
export function openPanelConnection(options: ConnectionOptions): PanelConnection {
  const connect = options.connect ?? (() => browser.runtime.connect({ name: PANEL_PORT }) as PanelPort);
  let port: PanelPort | null = null;
  let failures = 0;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    try {
      const opened = connect();
      port = opened;
      opened.onMessage.addListener((received) => {
        if (closed || port !== opened) return;
        const message = parseBackgroundMessage(received);
        if (message === null) return;
        if (message.kind === 'snapshot') {
          failures = 0;
          options.onState('live');
        }
        options.onMessage(message);
        send({ kind: 'received' });
      });
      opened.onDisconnect.addListener(() => {
        if (port === opened) reopen();
      });
      opened.postMessage({ kind: 'subscribe', tabId: options.tabId, watches: options.watches });
    } catch {
      // The extension was reloaded or removed: `connect` itself throws in a page of the old version.
      reopen();
    }
  }

  function reopen(): void {
    port = null;
    if (closed) return;
    failures += 1;
    options.onState(failures > ATTEMPTS_UNTIL_LOST ? 'lost' : 'connecting');
    clearTimeout(retry);
    retry = setTimeout(open, RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length) - 1]);
  }

  function send(message: PanelMessage): void {
    try {
      port?.postMessage(message);
    } catch {
      reopen();
    }
  }

  options.onState('connecting');
  open();
  const ping = setInterval(() => send({ kind: 'ping' }), PING_INTERVAL_MS);

  return {
    send,
    close: () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(ping);
      port?.disconnect();
      port = null;
    },
  };
}
