import type { Action } from '../../model/fix.ts';
import { NOT_SENT } from '../execution.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import { type HeaderOrigin, headerOrigin } from '../request-header-origin.ts';
import type { Found, Rule } from '../rule.ts';

/** The request carries headers that the preflight's answer doesn't list. All of them at once; browsers name one. */
export const headerNotAllowed: Rule = {
  id: 'header-not-allowed',
  severity: 'error',
  words: {
    title: 'Request header not allowed',
    'title-several': '{count} request headers not allowed',
    headline: '`{host}` doesn’t allow the request header `{headers}`.',
    'headline-several': '`{host}` doesn’t allow {count} of the request’s headers: `{headers}`.',
    'headline-content-type':
      '`{host}` doesn’t allow the header `{headers}`, so the page may not send JSON to it.',
    'headline-response-header':
      'Your page sends `{headers}` as a request header; it belongs in the server’s response, and sending it only makes the request fail.',
    explanation: `The preflight’s response lists in \`Access-Control-Allow-Headers\` which headers a page may send. Browsers name only the first that is missing; these are all. ${NOT_SENT}`,
    'explanation-content-type': `Any \`Content-Type\` other than those of a plain form makes the browser ask first, and the response has to list \`Content-Type\` in \`Access-Control-Allow-Headers\`. ${NOT_SENT}`,
    'explanation-authorization': `A token in \`Authorization\` makes the browser ask first, and the response has to list \`Authorization\` by name in \`Access-Control-Allow-Headers\`. ${NOT_SENT}`,
    'explanation-tracing': `A monitoring or client library adds it to every request, also to servers that don’t expect it. Allow it there, or keep the library from adding it. ${NOT_SENT}`,
    'explanation-library': `It isn’t your API’s own: a library or old advice adds it by default. Take it out, and the request may not even need a preflight. ${NOT_SENT}`,
    'explanation-response-header': `\`Access-Control-…\` headers are the server’s response to the browser; a page can’t allow itself anything. Here they are what makes the preflight necessary. ${NOT_SENT}`,
    'action-limit-tracing':
      'If `{target}` isn’t yours to trace, limit where the library adds `{headers}`, for example with `tracePropagationTargets`.',
    'action-remove-library-header': 'If the server has no use for it, stop sending `{headers}`.',
    'action-remove-response-header': 'Remove `{headers}` from the request’s headers in your code.',
  },
  links: [
    mdnError('CORSMissingAllowHeaderFromPreflight'),
    mdnHeader('Access-Control-Allow-Headers'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-headers'],
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-headers' || fault.missing.length === 0) return null;
    const { missing } = fault;
    const variant = variantOf(missing);
    const several = variant.headline === 'headline-several';
    return {
      data: { headers: missing.join(', '), ...(several ? { count: String(missing.length) } : {}) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      actions: actionsFor(missing),
      variant,
    };
  },
};

function variantOf(missing: readonly string[]): NonNullable<Found['variant']> {
  const origins = new Set(missing.map(headerOrigin));
  const [only] = origins;
  const explanation = origins.size === 1 && only !== undefined ? EXPLANATIONS[only] : 'explanation';
  if (origins.has('response-header')) {
    return { headline: 'headline-response-header', explanation: 'explanation-response-header' };
  }
  if (missing.length > 1) return { title: 'title-several', headline: 'headline-several', explanation };
  return { explanation, ...(only === 'content-type' ? { headline: 'headline-content-type' } : {}) };
}

const EXPLANATIONS: Readonly<Record<HeaderOrigin, string>> = {
  'content-type': 'explanation-content-type',
  authorization: 'explanation-authorization',
  tracing: 'explanation-tracing',
  library: 'explanation-library',
  'response-header': 'explanation-response-header',
  own: 'explanation',
};

function actionsFor(missing: readonly string[]): readonly Action[] {
  const of = (origin: HeaderOrigin) => missing.filter((name) => headerOrigin(name) === origin);
  const proposals: readonly (readonly [id: string, names: readonly string[]])[] = [
    ['remove-response-header', of('response-header')],
    ['limit-tracing', of('tracing')],
    ['remove-library-header', of('library')],
  ];
  return proposals
    .filter(([, names]) => names.length > 0)
    .map(([id, names]) => ({ id, data: { headers: names.join(', ') } }));
}
