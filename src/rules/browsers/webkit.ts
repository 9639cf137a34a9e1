import type { Evaluation, LocatedFault } from '../../fetch/evaluation.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { headerReadings } from './named-header.ts';
import { type BrowserWords, NO_WORDS, type OpinionWords } from './opinion-words.ts';

export const WEBKIT_WORDS: BrowserWords = {
  words: webkitWords,
  readings: (exchange, evaluation) => headerReadings(evaluation, (each) => webkitWords(exchange, each)),
};

/**
 * What Safari's console prints, from WebKit's CrossOriginAccessControl.cpp and CrossOriginPreflightResultCache.cpp
 * (read, not measured). WebKit has no codes.
 */
function webkitWords(exchange: Exchange, evaluation: Evaluation): OpinionWords {
  const { fault } = evaluation;
  const text = fault === null ? null : textOf(exchange, fault);
  return text === null ? NO_WORDS : { text };
}

function textOf(exchange: Exchange, fault: LocatedFault): string | null {
  const hop = exchange.hops[fault.hop];
  switch (fault.check) {
    case 'allow-origin':
      return allowOriginText(fault, hop?.response?.status);
    case 'preflight-allow-origin':
      return allowOriginText(fault, hop?.preflight?.response?.status);
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".';
    case 'preflight-status':
    case 'preflight-redirect':
      return `Preflight response is not successful. Status code: ${fault.status}`;
    case 'preflight-allow-methods-syntax':
      return syntaxText('Access-Control-Allow-Methods', hop);
    case 'preflight-allow-headers-syntax':
      return syntaxText('Access-Control-Allow-Headers', hop);
    case 'preflight-method':
      return `Method ${fault.method} is not allowed by Access-Control-Allow-Methods.`;
    case 'preflight-headers':
      return `Request header field ${fault.named} is not allowed by Access-Control-Allow-Headers.`;
    case 'redirect-location':
      return fault.problem === 'scheme'
        ? 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'
        : `redirection URL ${fault.location} has credentials`;
    case 'answered':
    case 'preflight-answered':
      return null;
    default:
      return assertNever(fault);
  }
}

/** WebKit prints the whole value, not the item that is wrong. */
function syntaxText(name: string, hop: Hop | undefined): string {
  const value = getHeader(hop?.preflight?.response?.headers ?? [], name) ?? '';
  return `Header ${name} has an invalid value: ${value}`;
}

type AllowOriginFault = Extract<LocatedFault, { check: 'allow-origin' | 'preflight-allow-origin' }>;

function allowOriginText(fault: AllowOriginFault, status: number | undefined): string {
  const refused = `Origin ${fault.origin} is not allowed by Access-Control-Allow-Origin. Status code: ${status ?? 0}`;
  switch (fault.problem) {
    case 'wildcard-with-credentials':
      return 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.';
    case 'multiple':
      // WebKit only looks for a comma, and several lines are joined by one.
      return fault.value?.includes(',')
        ? 'Access-Control-Allow-Origin cannot contain more than one origin.'
        : refused;
    case 'missing':
    case 'invalid':
    case 'mismatch':
      return refused;
    default:
      return assertNever(fault.problem);
  }
}
