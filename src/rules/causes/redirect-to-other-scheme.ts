import { parseUrl } from '../../model/url.ts';
import { displayStatus } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdnError } from '../links.ts';
import { redirectLocationFault } from '../redirect-location-fault.ts';
import { redirectTarget } from '../redirect-target.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** A redirect out of http and https. */
export const redirectToOtherScheme: Rule = {
  id: 'redirect-to-other-scheme',
  severity: 'error',
  words: {
    title: 'Redirect to something other than http',
    headline:
      '`{url}` redirects to a `{scheme}:` URL ({status}), and scripts may only follow to http and https.',
    explanation:
      'CORS works over http and https only. Custom schemes that open an app work for links, but not for requests of a script.',
    evidence: '`{host}` answered {status}, and its `Location` begins with `{scheme}:`.',
    'action-redirect-to-http':
      'Let `{url}` redirect to an http or https URL, or call the right one directly.',
  },
  links: [mdnError('CORSRequestNotHttp'), HTTP_REDIRECT_FETCH],
  explains: ['answered', 'redirect-location'],
  find(context): Found | null {
    const data = otherScheme(context);
    if (data === null) return null;
    return {
      data,
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [{ id: 'redirect-to-http', data: {} }],
    };
  },
};

/** The redirect that the browser refused for its scheme, by a check or with an error of its own. */
function otherScheme(context: RuleContext): { scheme: string; status: string } | null {
  const location = redirectLocationFault(context);
  if (location?.problem === 'scheme') return { scheme: location.scheme, status: location.status };
  const { fault, hop } = context;
  if (fault?.check !== 'answered' || fault.problem !== 'scheme' || hop.response === undefined) return null;
  const target = parseUrl(redirectTarget(hop, hop.response) ?? '');
  if (target === null) return null;
  return { scheme: target.protocol.replace(/:$/, ''), status: displayStatus(hop.response) };
}
