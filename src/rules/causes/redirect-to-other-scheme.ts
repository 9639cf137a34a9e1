import { HTTP_REDIRECT_FETCH, mdnError } from '../links.ts';
import { redirectLocationFault } from '../redirect-location-fault.ts';
import type { Found, Rule } from '../rule.ts';

/** A redirect out of http and https, or a URL that never was one. */
export const redirectToOtherScheme: Rule = {
  id: 'redirect-to-other-scheme',
  severity: 'error',
  words: {
    title: 'Redirect to something other than http',
    'title-request': 'The URL is neither http nor https',
    headline:
      '`{url}` redirects to a `{scheme}:` URL ({status}), and scripts may only follow to http and https.',
    'headline-request':
      '`{url}` is neither an http nor an https URL ({error}), and scripts may only request those across origins.',
    explanation:
      'CORS works over http and https only. Custom schemes that open an app work for links, but not for requests of a script.',
    'explanation-request':
      'CORS works over http and https only. A URL such as `localhost:3000` without `http://` in front is read as the scheme `localhost`.',
    'action-redirect-to-http':
      'Let `{url}` redirect to an http or https URL, or call the right one directly.',
    'action-write-the-scheme': 'Write the URL with `http://` or `https://` in front.',
  },
  links: [mdnError('CORSRequestNotHttp'), HTTP_REDIRECT_FETCH],
  explains: ['answered', 'redirect-location'],
  find(context): Found | null {
    const at = { hop: context.hopIndex, on: 'response' } as const;
    const { fault } = context;
    if (fault?.check === 'answered' && fault.problem === 'scheme') {
      return {
        data: { error: fault.error },
        confidence: 'certain',
        at: { ...at, on: 'request' },
        actions: [{ id: 'write-the-scheme', data: {} }],
        variant: { title: 'title-request', headline: 'headline-request', explanation: 'explanation-request' },
      };
    }
    const location = redirectLocationFault(context);
    if (location?.problem !== 'scheme') return null;
    return {
      data: { scheme: location.scheme, status: location.status },
      confidence: 'certain',
      at,
      actions: [{ id: 'redirect-to-http', data: {} }],
    };
  },
};
