import { taintingOfHops } from '../../fetch/request-tainting.ts';
import { getHeader } from '../../model/header-list.ts';
import { displayStatus } from '../faulty-answer.ts';
import { CORS_GUIDE } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** All is well. */
export const allowed: Rule = {
  id: 'allowed',
  severity: 'info',
  words: {
    title: 'Allowed',
    headline: '`{host}` allows `{origin}` to read this response ({status}).',
    'headline-same-origin': '`{url}` is of the page’s own origin, so CORS doesn’t apply ({status}).',
    'headline-unseen': '`{origin}` may read the response of `{host}`, by what the browser reports.',
    explanation: 'Every check of the CORS protocol passed.',
    'explanation-same-origin': 'The page and the URL share scheme, host and port.',
    'explanation-error':
      'Every check of the CORS protocol passed; the status is an error of the server’s own.',
    'explanation-unseen': 'The header that allows it wasn’t shown.',
    evidence: 'The response has `Access-Control-Allow-Origin: {value}`.',
    'evidence-same-origin': 'The page’s origin is `{origin}`, and so is that of the URL.',
    'evidence-unseen':
      'The browser reported success, which with CORS means that script may read the response.',
  },
  links: [CORS_GUIDE],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'allowed') return null;
    const at = { hop: hopIndex, on: 'response' } as const;
    const status = displayStatus(hop.response);
    if (taintingOfHops(exchange).every(({ cors }) => !cors)) {
      return { data: { status }, confidence: 'certain', at, variant: SAME_ORIGIN };
    }
    const value = getHeader(hop.response?.headers ?? [], 'access-control-allow-origin');
    if (value === null) return { data: {}, confidence: 'likely', at, variant: UNSEEN };
    const failed = (hop.response?.status ?? 0) >= 400;
    return {
      data: { status, value },
      confidence: 'certain',
      at,
      ...(failed ? { variant: { explanation: 'explanation-error' } } : {}),
    };
  },
};

const SAME_ORIGIN = {
  headline: 'headline-same-origin',
  explanation: 'explanation-same-origin',
  evidence: 'evidence-same-origin',
} as const;

const UNSEEN = {
  headline: 'headline-unseen',
  explanation: 'explanation-unseen',
  evidence: 'evidence-unseen',
} as const;
