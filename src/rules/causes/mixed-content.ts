import { isMixedContent } from '../../fetch/mixed-content.ts';
import { displayUrl, hostnameOf } from '../display-url.ts';
import { NO_ANSWER } from '../explainable.ts';
import { displayStatus } from '../faulty-answer.ts';
import { mdn } from '../links.ts';
import { isLocalHost, namesLocalNetwork } from '../local-network.ts';
import { callableUrl, redirectTarget } from '../redirect-target.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** A page on https that asks for http, by itself or led there by a redirect. */
export const mixedContent: Rule = {
  id: 'mixed-content',
  severity: 'error',
  words: {
    title: 'Mixed content: https page, http request',
    headline: 'This isn’t CORS: the page at `{origin}` is on https, so it may not request `{to}` over http.',
    'headline-redirect':
      'This isn’t CORS: `{url}` redirects to `{to}`, which is http, and a page on https may not go there.',
    explanation:
      'A page on https only loads what is encrypted as well, except from this computer. The browser stops such a request before it is sent, whatever headers the server has.',
    'explanation-redirect':
      'A page on https only loads what is encrypted as well. Servers behind a proxy that ends https often take themselves for http servers and write such redirects, for example to add a slash.',
    evidence: 'The browser reported `{error}`.',
    'evidence-inferred':
      'The page is on https, the URL on http, and no response came (`{error}`); the browser didn’t say that this is why.',
    'evidence-redirect':
      '`{host}` redirected ({status}) from https to http, and the browser didn’t follow (`{error}`); it didn’t say that this is why.',
    'action-call-https': 'Call `{call}` instead, and turn https on for that server if it has none.',
  },
  links: [mdn('Mixed content', 'Security/Defenses/Mixed_content')],
  explains: [...NO_ANSWER, 'no-fault'],
  find(context): Found | null {
    const { exchange, fault, hop, hopIndex } = context;
    if (exchange.outcome.state !== 'error') return null;
    const { error } = exchange.outcome;
    const redirect = refusedRedirect(context);
    if (redirect !== null) {
      return {
        data: { to: displayUrl(redirect), status: displayStatus(hop.response), error },
        confidence: 'likely',
        at: { hop: hopIndex, on: 'response' },
        variant: {
          headline: 'headline-redirect',
          explanation: 'explanation-redirect',
          evidence: 'evidence-redirect',
        },
        actions: [callHttps(exchange.initiator, redirect), { id: 'keep-https-in-redirects', data: {} }],
      };
    }
    const isSaid = problemOf(context) === 'mixed-content';
    if (!isSaid && !isRefusedWithoutReason(context, error)) return null;
    return {
      data: { to: displayUrl(hop.url), error },
      confidence: isSaid ? 'certain' : 'likely',
      at: { hop: hopIndex, on: fault?.check === 'preflight-answered' ? 'preflight' : 'request' },
      ...(isSaid ? {} : { variant: { evidence: 'evidence-inferred' } }),
      actions: [callHttps(exchange.initiator, hop.url)],
    };
  },
};

function callHttps(initiator: string, url: string) {
  return { id: 'call-https', data: { call: displayUrl(callableUrl(initiator, url)) } };
}

function problemOf({ fault }: RuleContext): string | null {
  return fault?.check === 'answered' || fault?.check === 'preflight-answered' ? fault.problem : null;
}

/** Where the last response redirects to, if the browser didn't follow because that is mixed content. */
function refusedRedirect(context: RuleContext): string | null {
  const { exchange, evaluation, fault, hop } = context;
  const problem = problemOf(context);
  const isOpen = fault === null && evaluation.verdict === 'unknown';
  if (!isOpen && problem !== 'redirect-refused' && problem !== 'mixed-content') return null;
  const target = hop.response === undefined ? null : redirectTarget(hop, hop.response);
  return target !== null && isMixedContent(exchange.initiator, target) ? target : null;
}

/** Whether the request would be mixed content and ended without a response, and without another reason. */
function isRefusedWithoutReason(context: RuleContext, error: string): boolean {
  const { exchange, hop } = context;
  const problem = problemOf(context);
  if (hop.response !== undefined || !isMixedContent(exchange.initiator, hop.url)) return false;
  // With the user's permission a page may ask the local network over http.
  if (isLocalHost(hostnameOf(hop.url)) || namesLocalNetwork(error)) return false;
  return problem === 'other' || problem === 'local-network-access';
}
