import { PANEL_PORT } from '../messages/messages.ts';
import { browser } from './browser.ts';

/** One panel's end of the line, as the background sees it. */
export interface PanelPort {
  /** Throws if the panel is gone. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
}

/** Panels that connect. Only our own pages are let in: a content script or another extension is not. */
export function onPanelConnect(listener: (port: PanelPort) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender } = port;
    const isOurPage =
      sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
    if (port.name !== PANEL_PORT || !isOurPage) {
      port.disconnect();
      return;
    }
    listener({
      post: (message) => port.postMessage(message),
      onMessage: (handle) => port.onMessage.addListener((message) => handle(message)),
      onDisconnect: (handle) => port.onDisconnect.addListener(() => handle()),
    });
  });
}

/** `chrome-extension://<id>` or `moz-extension://<uuid>`: the origin of our own pages, whose requests we ignore. */
export function ownOrigin(): string {
  return browser.runtime.getURL('').replace(/\/$/, '');
}
