import type { TruthObserver } from './browser.ts';
import { type AttachedChannel, nestedChannel, type ProtocolChannel } from './chromium-channel.ts';
import { poll } from './poll.ts';
import { type ChromiumTruth, withoutFragment } from './truth.ts';

interface CorsErrorStatus {
  readonly corsError: string;
  readonly failedParameter: string;
}

/** The fields that we read of the protocol's events. */
interface ProtocolEvents {
  'Network.requestWillBeSent': {
    readonly requestId: string;
    readonly type?: string;
    readonly request: { readonly url: string };
  };
  'Network.loadingFailed': {
    readonly requestId: string;
    readonly type: string;
    readonly errorText: string;
    readonly corsErrorStatus?: CorsErrorStatus;
  };
  'Audits.issueAdded': {
    readonly issue: {
      readonly details: {
        readonly corsIssueDetails?: {
          readonly isWarning: boolean;
          readonly corsErrorStatus: CorsErrorStatus;
          readonly request: { readonly requestId?: string; readonly url: string };
        };
      };
    };
  };
  'Log.entryAdded': {
    readonly entry: { readonly source: string; readonly text: string; readonly networkRequestId?: string };
  };
  'Target.attachedToTarget': { readonly sessionId: string };
}

/** All that was said about one request. */
interface Testimony {
  url?: string;
  isPreflight?: boolean;
  /**
   * Whether the network layer told us that it began. It doesn't of a request that is refused at once, nor of one that
   * a worker sends before we have its attention: Playwright, attached too, may let the worker run before we do.
   */
  requested?: boolean;
  errorText?: string;
  corsErrorStatus?: CorsErrorStatus;
  issue?: CorsErrorStatus;
  consoleText?: string;
}

/** Collects from a page's channel, and from those of its frames and workers, until stopped. */
export async function observeChromiumTruth(page: AttachedChannel): Promise<TruthObserver> {
  const testimonies = new Map<string, Testimony>();
  /** Console messages that name no request: Chromium's texts about CORS are such, and name its URL. */
  const corsMessages: string[] = [];
  const about = (requestId: string): Testimony => {
    const known = testimonies.get(requestId) ?? {};
    testimonies.set(requestId, known);
    return known;
  };

  const handlers: {
    readonly [M in keyof ProtocolEvents]: (event: ProtocolEvents[M], from: ProtocolChannel) => void;
  } = {
    'Network.requestWillBeSent'({ requestId, request, type }) {
      const testimony = about(requestId);
      if (type === 'Preflight') testimony.isPreflight = true;
      testimony.requested = true;
      testimony.url ??= request.url;
    },
    'Network.loadingFailed'({ requestId, type, errorText, corsErrorStatus }) {
      const testimony = about(requestId);
      if (type === 'Preflight') testimony.isPreflight = true;
      testimony.errorText = errorText;
      if (corsErrorStatus !== undefined) testimony.corsErrorStatus = corsErrorStatus;
    },
    'Audits.issueAdded'({ issue }) {
      const details = issue.details.corsIssueDetails;
      if (details === undefined || details.isWarning) return;
      const testimony = about(details.request.requestId ?? `issue of ${details.request.url}`);
      testimony.url ??= details.request.url;
      testimony.issue = details.corsErrorStatus;
    },
    'Log.entryAdded'({ entry }) {
      if (entry.networkRequestId !== undefined) about(entry.networkRequestId).consoleText = entry.text;
      // Of a worker's message, its page gets a copy.
      else if (entry.source !== 'worker') corsMessages.push(entry.text);
    },
    'Target.attachedToTarget'({ sessionId }, from) {
      void watch(nestedChannel(from, sessionId));
    },
  };
  const isHandled = (method: string): method is keyof ProtocolEvents => Object.hasOwn(handlers, method);

  async function watch(channel: ProtocolChannel): Promise<void> {
    channel.onEvent((method, params) => {
      // The protocol ties the parameters to the method; TypeScript can't follow that through the lookup.
      if (isHandled(method)) handlers[method](params as never, channel);
    });
    // A worker's target lacks some of these domains. It waits for the last command before it runs.
    await Promise.allSettled([
      channel.send('Network.enable'),
      channel.send('Audits.enable'),
      channel.send('Log.enable'),
      channel.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: false,
      }),
      channel.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  await watch(page);
  // What was stored before is repeated to each newcomer; it isn't ours.
  testimonies.clear();
  corsMessages.length = 0;

  async function failures(): Promise<readonly ChromiumTruth[]> {
    // Events come in order: with this answer, all that the browser had said before the question has been heard.
    await page.send('Log.enable');
    const messages = [...corsMessages];
    return [...testimonies.values()].flatMap((testimony) => {
      const truth = truthOf(testimony);
      if (truth === undefined) return [];
      const index = messages.findIndex((text) => mentions(text, truth.url));
      // Of several failures of one URL, each has its own message, in the same order. An issue needs one to be believed.
      if (index === -1) return truth.errorText === undefined ? [] : truth;
      return { ...truth, consoleText: messages.splice(index, 1).join() };
    });
  }
  return {
    failures,
    failureOf: (url, timeoutMs = 15_000) =>
      poll(async () => (await failures()).find((truth) => truth.url === withoutFragment(url)), {
        timeoutMs,
        what: `Chromium to say why ${url} failed`,
      }),
    stop: () => page.detach(),
  };
}

/** What it comes to, or undefined as long as nothing says that the request failed. */
function truthOf(testimony: Testimony): ChromiumTruth | undefined {
  const { url, errorText, corsErrorStatus, issue, consoleText, requested } = testimony;
  // A preflight's failure is told again as that of its request.
  if (url === undefined || testimony.isPreflight === true) return undefined;
  // As long as the network layer may still say how it ends, an issue is no proof: some requests succeed all the same.
  if (errorText === undefined && (requested === true || issue === undefined)) return undefined;
  const status = corsErrorStatus ?? issue;
  return {
    engine: 'chromium',
    url: withoutFragment(url),
    ...(errorText === undefined ? {} : { errorText }),
    ...(status === undefined ? {} : { corsError: status.corsError }),
    ...(status === undefined || status.failedParameter === ''
      ? {}
      : { failedParameter: status.failedParameter }),
    ...(consoleText === undefined ? {} : { consoleText }),
  };
}

/** Whether a text such as `Access to fetch at 'URL' from…` or `Fetch API cannot load URL. …` is about that URL. */
function mentions(text: string, url: string): boolean {
  return text.includes(`'${url}'`) || text.includes(` load ${url}. `);
}
