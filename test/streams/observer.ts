import {
  recordingListeners,
  type WebRequestDetails,
  type WebRequestEvent,
} from '../../src/platform/web-request.ts';

/**
 * The background of an extension that only keeps what webRequest tells: with the very listeners that the recorder has.
 * Its page reads them as `globalThis.events`.
 */
const events: [WebRequestEvent, WebRequestDetails][] = [];
recordingListeners((kind, details) => void events.push([kind, details])).add();

chrome.runtime.onMessage.addListener((_message, _sender, respond) => {
  respond(events.splice(0));
});
