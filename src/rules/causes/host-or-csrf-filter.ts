import { hostnameOf } from '../display-url.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import {
  answerOutsideCors,
  askedMethod,
  displayStatus,
  type FaultyAnswer,
  hasAllowOrigin,
} from '../faulty-answer.ts';
import { type Filter, filterThatAnswers } from '../framework-filters.ts';
import { CORS_CHECK, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A framework's own check of the host name or of the CSRF token, which comes before CORS. */
export const hostOrCsrfFilter: Rule = {
  id: 'host-or-csrf-filter',
  severity: 'error',
  words: {
    title: 'CSRF protection answered {code}',
    'title-host': 'The host check answered {code}',
    headline:
      'The CSRF protection of {framework} may have refused the {method} request to `{host}`: it answered {status}.',
    'headline-status':
      'The CSRF protection of {framework} refused the {method} request to `{host}`: it answered {status}.',
    'headline-host': '{framework} may not answer for the host `{host}`: it answered `{asked}` with {status}.',
    explanation:
      'It wants a token that only the server’s own pages have. Its refusal comes before the CORS headers are added, so the browser reports CORS.',
    'explanation-host':
      'It only answers for the host names on its list. Its refusal comes before the CORS headers are added, so the browser reports CORS.',
    evidence:
      'The headers show {framework}, and {status} is what its CSRF protection answers; other refusals have the same status, and the body isn’t shown.',
    'evidence-status': '{status} to a {method} request is what the CSRF protection of {framework} answers.',
    'evidence-host':
      'The headers show {framework}, and {status} is what its host check answers; other refusals have the same status, and the body isn’t shown.',
    'action-send-csrf-token':
      'Send the token that {framework} expects; or, if the API signs in with tokens instead of cookies, exempt `{url}` from the check (`{setting}`).',
    'action-allow-host': 'Add `{hostname}` to the hosts that {framework} answers for (`{setting}`).',
  },
  links: [mdn('Cross-site request forgery', 'Security/Attacks/CSRF'), CORS_CHECK],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    // With the header, CORS came first.
    if (answer === null || hasAllowOrigin(answer.response)) return null;
    const { hop, hopIndex, answeredBy } = context;
    const filter = filterThatAnswers(answeredBy, answer.response.status, askedMethod(answer, hop));
    if (filter === null) return null;
    const { framework, setting, kind, isUnmistakable } = filter;
    const at = { hop: hopIndex, on: answer.on } as const;
    const confidence = isUnmistakable ? 'likely' : 'possible';
    const data = dataOf(answer, filter);
    if (kind === 'host') {
      return {
        data: { ...data, asked: askedMethod(answer, hop) },
        confidence,
        at,
        actions: [
          { id: 'allow-host', data: { framework, setting, hostname: hostnameOf(hop.url) } },
          { id: 'read-server-log', data: {} },
        ],
        variant: {
          title: 'title-host',
          headline: 'headline-host',
          explanation: 'explanation-host',
          evidence: 'evidence-host',
        },
      };
    }
    return {
      data,
      confidence,
      at,
      actions: [
        { id: 'send-csrf-token', data: { framework, setting } },
        { id: 'read-server-log', data: {} },
      ],
      ...(isUnmistakable ? { variant: { headline: 'headline-status', evidence: 'evidence-status' } } : {}),
    };
  },
};

function dataOf({ response }: FaultyAnswer, { framework }: Filter): Found['data'] {
  return { framework, status: displayStatus(response), code: String(response.status) };
}
