import type { Exchange, Hop } from '../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { PreflightNeed } from './evaluation.ts';
import { type HeaderLines, linesOf, pickHeaderLines, wantedHeaders } from './header-lines.ts';
import { type HopRedirect, predictedRedirectOf, redirectOf } from './http-redirect-fetch.ts';
import { type PreflightAnswer, readPreflightAnswer } from './preflight-answer.ts';
import { preflightNeedOf, requestedHeaderNames } from './preflight-need.ts';
import { type HopTainting, taintingOfHops } from './request-tainting.ts';

/** One hop with everything that the checks need, read from its messages once. */
export interface HopView extends HopTainting {
  readonly index: number;
  readonly hop: Hop;
  readonly request: HeaderLines | null;
  readonly response: HeaderLines | null;
  readonly preflightRequest: HeaderLines | null;
  /** Null if its preflight got no answer, or none was seen. */
  readonly preflightAnswer: PreflightAnswer | null;
  /** The Origin that the request itself sends. */
  readonly origin: string;
  /** The Origin that its preflight sends. */
  readonly preflightOrigin: string;
  readonly need: PreflightNeed;
  /** Where its response redirects to; null if it doesn't. */
  readonly redirect: HopRedirect | null;
}

const REQUEST_NAMES = wantedHeaders(
  'access-control-request-headers',
  'access-control-request-method',
  'cookie',
  'origin',
  'sec-fetch-site',
  'sec-fetch-storage-access',
);

const RESPONSE_NAMES = wantedHeaders(
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'location',
  'non-authoritative-reason',
);

/** Views of all hops as an engine takes them; `observing` if it is the engine that ran the exchange. */
export function viewHops(exchange: Exchange, profile: EngineProfile, observing: boolean): readonly HopView[] {
  const taintings = taintingOfHops(exchange);
  const views: HopView[] = [];
  for (let index = 0; index < exchange.hops.length; index += 1) {
    const hop = exchange.hops[index];
    const tainting = taintings[index];
    if (hop === undefined || tainting === undefined) continue;
    const view = viewHop(exchange, hop, index, tainting, profile, observing, views);
    views.push(view);
    // Where the engine that ran it went on, another may have stopped.
    if (!observing && view.response !== null && view.redirect === null) break;
  }
  return views;
}

function viewHop(
  exchange: Exchange,
  hop: Hop,
  index: number,
  tainting: HopTainting,
  profile: EngineProfile,
  observing: boolean,
  earlier: readonly HopView[],
): HopView {
  const request = hop.request === undefined ? null : pickHeaderLines(hop.request.headers, REQUEST_NAMES);
  const response = hop.response === undefined ? null : pickHeaderLines(hop.response.headers, RESPONSE_NAMES);
  const preflight = hop.preflight;
  const preflightRequest =
    preflight === undefined ? null : pickHeaderLines(preflight.request.headers, REQUEST_NAMES);
  const requestedNames = preflightRequest === null ? [] : requestedHeaderNames(preflightRequest);
  const preflightAnswer =
    preflight?.response === undefined
      ? null
      : readPreflightAnswer(
          hop,
          preflightRequest,
          requestedNames,
          preflight.response.status,
          pickHeaderLines(preflight.response.headers, RESPONSE_NAMES),
          profile,
          observing,
        );

  const computedOrigin = tainting.tainted ? OPAQUE_ORIGIN : exchange.initiator;
  const computedPreflightOrigin =
    profile.preflightOriginWhenTainted === 'page' ? exchange.initiator : computedOrigin;
  const sentByPreflight = preflightRequest && observing ? linesOf(preflightRequest, 'origin')[0] : undefined;
  const sent = request ? linesOf(request, 'origin')[0] : undefined;
  const wentOn = index < exchange.hops.length - 1;
  const sameOnBoth = profile.preflightOriginWhenTainted === 'null' || !tainting.tainted;
  return {
    cors: tainting.cors,
    tainted: tainting.tainted,
    ownOrigin: tainting.ownOrigin,
    index,
    hop,
    request,
    response,
    preflightRequest,
    preflightAnswer,
    origin: sent ?? (sameOnBoth ? sentByPreflight : undefined) ?? computedOrigin,
    preflightOrigin: sentByPreflight ?? computedPreflightOrigin,
    need: preflightNeedOf({
      exchange,
      hop,
      cors: tainting.cors,
      preflightRequest,
      requestedNames,
      profile,
      observing,
      earlier,
    }),
    redirect: observing
      ? redirectOf(hop, response, wentOn)
      : predictedRedirectOf(hop, response, wentOn, profile),
  };
}
