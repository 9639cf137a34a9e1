import { isOkStatus } from '../../fetch/cors-preflight-fetch.ts';
import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { getHeader } from '../../model/header-list.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, hasAllowOrigin, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The server knows the route, but not what an OPTIONS request to it means. */
export const preflightNotHandled: Rule = {
  id: 'preflight-not-handled',
  severity: 'error',
  words: {
    title: 'OPTIONS answered {code}',
    headline: '`{host}` doesn’t handle the preflight: it answered `OPTIONS` for `{url}` with {status}.',
    'headline-status-only':
      '`{host}` sends CORS headers, but answered the preflight for `{url}` with {status}; only 200 to 299 counts.',
    explanation:
      'Before a {method} request like this one, the browser asks with an `OPTIONS` request whether it may. The server has no answer for `OPTIONS` there, so the browser takes it for a no.',
    'explanation-not-found':
      'Before a {method} request like this one, the browser asks with an `OPTIONS` request whether it may. Either no route takes `OPTIONS` at this path, or the path itself doesn’t exist.',
    'explanation-iis':
      'IIS often decides about `OPTIONS` before your application does: its request filtering, URLScan, WebDAV or `OPTIONSVerbHandler` may have given this answer.',
    'explanation-status-only':
      'A preflight passes only with a status from 200 to 299, whatever its headers say. Something behind the CORS layer answers `OPTIONS` as well, and sets this status.',
    evidence:
      '`{host}` answered `OPTIONS` with {status}, and the response has no `Access-Control-Allow-Origin`.',
    'evidence-allow':
      '`{host}` answered `OPTIONS` with {status}, and `Allow: {allow}` doesn’t list `OPTIONS`.',
    'evidence-not-telling':
      '`{host}` answered `OPTIONS` with {status} and without `Access-Control-Allow-Origin`; whether {method} would get the same status wasn’t tried.',
    'evidence-status-only':
      'The preflight’s answer has `Access-Control-Allow-Origin`, and its status is {status}.',
    'action-hand-options-to-app':
      'Let IIS hand `OPTIONS` to the application: allow the verb in request filtering, and remove `WebDAV` and `OPTIONSVerbHandler`.',
  },
  links: [
    mdnError('CORSPreflightDidNotSucceed'),
    mdn('Preflighted requests', 'HTTP/Guides/CORS#preflighted_requests'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const response = refusedPreflight(context);
    if (response === null || isOkStatus(response.status) || isRedirectStatus(response.status)) return null;
    if (response.status >= 500 && response.status !== 501) return null;
    const data = { status: displayStatus(response), code: String(response.status) };
    const at = { hop: context.hopIndex, on: 'preflight' } as const;
    const routeOptions = { id: 'route-options', data: {} };
    if (hasAllowOrigin(response)) {
      const variant = {
        headline: 'headline-status-only',
        explanation: 'explanation-status-only',
        evidence: 'evidence-status-only',
      };
      return { data, confidence: 'certain', at, actions: [routeOptions], variant };
    }
    const allow = getHeader(response.headers, 'allow');
    const isIis = context.answeredBy?.platforms.includes('iis') === true;
    const actions = isIis ? [{ id: 'hand-options-to-app', data: {} }, routeOptions] : [routeOptions];
    const iis = isIis ? { explanation: 'explanation-iis' } : {};
    if (allow !== null && !/\boptions\b/i.test(allow)) {
      const variant = { evidence: 'evidence-allow', ...iis };
      return { data: { ...data, allow }, confidence: 'certain', at, actions, variant };
    }
    if (response.status === 405 || response.status === 501) {
      return { data, confidence: 'certain', at, actions, variant: iis };
    }
    const isNotFound = response.status === 404 || response.status === 410;
    const notFound = isNotFound ? { explanation: 'explanation-not-found' } : {};
    return {
      data,
      confidence: 'likely',
      at,
      actions: isNotFound ? [...actions, { id: 'check-the-path', data: {} }] : actions,
      variant: { evidence: 'evidence-not-telling', ...notFound, ...iis },
    };
  },
};
