import { getHeader } from '../../model/header-list.ts';
import { fetchStandard, mdn } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** The response forbids other origins to embed it, or the page demands that it allows it. */
export const crossOriginResourcePolicy = networkRule({
  id: 'cross-origin-resource-policy',
  problems: ['blocked-by-response'],
  links: [
    mdn('Cross-Origin-Resource-Policy', 'HTTP/Guides/Cross-Origin_Resource_Policy'),
    fetchStandard('Cross-Origin-Resource-Policy', 'cross-origin-resource-policy-header'),
  ],
  words: {
    title: 'Blocked by Cross-Origin-Resource-Policy',
    headline:
      'This isn’t CORS: `{host}` sends `Cross-Origin-Resource-Policy: {policy}`, so `{origin}` may not load `{url}`.',
    'headline-embedder':
      'This isn’t CORS: the page at `{origin}` only loads what allows it, and `{url}` doesn’t say so.',
    explanation:
      'That header is the server’s no to being embedded by others, and has nothing to do with the CORS headers. It applies to requests without CORS, such as plain images and scripts.',
    'explanation-embedder':
      'A page with `Cross-Origin-Embedder-Policy: require-corp` needs every foreign resource to send `Cross-Origin-Resource-Policy`, or to be requested with CORS.',
    evidence:
      'The browser reported `{error}`, and the response has `Cross-Origin-Resource-Policy: {policy}`.',
    'evidence-embedder':
      'The browser reported `{error}`, and the response has no `Cross-Origin-Resource-Policy` that forbids it; the page’s own policy isn’t in the recording.',
    'action-relax-resource-policy':
      'If the resource is meant for other sites, let the server send `Cross-Origin-Resource-Policy: cross-origin`, or `same-site` for your own subdomains.',
    'action-request-with-cors':
      'Or request it with CORS (`crossorigin` on the element) and let the server send CORS headers.',
  },
  details: ({ hop }) => {
    const policy = getHeader(hop.response?.headers ?? [], 'cross-origin-resource-policy');
    const actions = [
      { id: 'relax-resource-policy', data: {} },
      { id: 'request-with-cors', data: {} },
    ];
    if (policy !== null && policy !== 'cross-origin') return { data: { policy }, actions };
    return {
      confidence: 'likely',
      actions,
      variant: {
        headline: 'headline-embedder',
        explanation: 'explanation-embedder',
        evidence: 'evidence-embedder',
      },
    };
  },
});
