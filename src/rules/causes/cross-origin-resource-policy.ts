import { containsHeader, getHeader } from '../../model/header-list.ts';
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
      '`{host}` sends `Cross-Origin-Resource-Policy: {policy}`, so `{origin}` may not embed `{url}` ({error}).',
    'headline-embedder':
      'The page at `{origin}` only embeds what allows it, and `{url}` from `{host}` doesn’t say so ({error}).',
    explanation:
      'That header is the server’s no to being embedded by others, and has nothing to do with the CORS headers. It applies to requests without CORS, such as plain images and scripts.',
    'explanation-embedder':
      'A page with `Cross-Origin-Embedder-Policy: require-corp` needs every foreign resource to send `Cross-Origin-Resource-Policy`, or to be requested with CORS.',
    'action-relax-resource-policy':
      'If the resource is meant for other sites, let the server send `Cross-Origin-Resource-Policy: cross-origin`, or `same-site` for your own subdomains.',
    'action-request-with-cors':
      'Or request it with CORS (`crossorigin` on the element) and let the server send CORS headers.',
  },
  details: ({ hop }) => {
    const headers = hop.response?.headers ?? [];
    const embedder = !containsHeader(headers, 'cross-origin-resource-policy');
    const policy = getHeader(headers, 'cross-origin-resource-policy');
    return {
      data: policy === null ? {} : { policy },
      confidence: embedder ? 'likely' : 'certain',
      actions: [
        { id: 'relax-resource-policy', data: {} },
        { id: 'request-with-cors', data: {} },
      ],
      ...(embedder
        ? { variant: { headline: 'headline-embedder', explanation: 'explanation-embedder' } }
        : {}),
    };
  },
});
