import { randomUUID } from 'node:crypto';
import type { TruthObserver } from './browser.ts';
import type { ChromeCall } from './firefox-chrome.ts';
import type { ConsoleMessage } from './firefox-chrome-script.ts';
import { poll } from './poll.ts';
import { type FirefoxTruth, withoutFragment } from './truth.ts';

/** Collects from Firefox's own console, which also hears workers, until stopped. */
export async function observeFirefoxTruth(chrome: ChromeCall, context: string): Promise<TruthObserver> {
  const observer = randomUUID();
  await chrome('observeConsole', context, observer);
  const failures = async (): Promise<readonly FirefoxTruth[]> =>
    (await chrome('consoleMessages', observer)).flatMap((message) => truthOf(message) ?? []);
  return {
    failures,
    failureOf: (url, timeoutMs = 15_000) =>
      poll(async () => (await failures()).find((truth) => truth.url === withoutFragment(url)), {
        timeoutMs,
        what: `Firefox to say why ${url} failed`,
      }),
    stop: () => chrome('stopObserving', observer),
  };
}

/**
 * Each of Firefox's messages about CORS says "… the remote resource at URL. (Reason: …", once with the URL in quotes.
 * Those about its neighbours (a resource policy, an opaque response) name the URL somewhere.
 */
function truthOf({ category, text }: ConsoleMessage): FirefoxTruth | undefined {
  const neighbour = category === 'COEP' || category === 'ORB';
  const named = neighbour ? /(https?:\/\/[^\s“”‘’"']+)/ : / at ‘?(\S+?)’?\. \(Reason/;
  const url = named.exec(text)?.[1];
  if (url === undefined) return undefined;
  return { engine: 'firefox', url: withoutFragment(url), key: category, consoleText: text };
}
