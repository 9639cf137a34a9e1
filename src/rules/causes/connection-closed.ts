import { networkProblemOf } from '../../fetch/network-problem.ts';
import { otherExchanges } from '../history.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';
import type { RuleContext } from '../rule.ts';

/** The server took the connection and dropped it. */
export const connectionClosed = networkRule({
  id: 'connection-closed',
  problems: ['connection-closed'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'The server closed the connection',
    headline: 'This isn’t CORS: `{host}` closed the connection without a complete response.',
    explanation:
      'The server process may have crashed on this request, or a proxy or firewall cut it off. Browsers try again by themselves when that happens, Firefox up to ten times, so the server may have acted on the request more than once.',
    'explanation-preflight':
      'The server process may have crashed on the preflight, or a proxy or firewall dropped the `OPTIONS` request. Browsers try again by themselves, so its log may show several of them.',
    'evidence-again':
      'The browser reported `{error}`, and {others} other requests of this recording for the same URL ended in that way.',
    'evidence-refused':
      'The browser refused the request (`{error}`) before it saw any response, so no check of CORS can have been the reason.',
  },
  details: (context, error) => {
    const onPreflight = context.fault?.check === 'preflight-answered';
    const inferred = networkProblemOf(error) !== 'connection-closed';
    const others = inferred ? 0 : closedAlso(context);
    return {
      confidence: inferred ? 'likely' : 'certain',
      data: others === 0 ? {} : { others: String(others) },
      actions: [{ id: 'read-server-log', data: {} }],
      variant: {
        ...(onPreflight ? { explanation: 'explanation-preflight' } : {}),
        ...(inferred ? { evidence: 'evidence-refused' } : others > 0 ? { evidence: 'evidence-again' } : {}),
      },
    };
  },
});

/** How many other requests for the URL ended in the same way. */
function closedAlso({ exchange, history, hop }: RuleContext): number {
  return otherExchanges(exchange.id, hop.url, history).filter(
    ({ hops, outcome }) =>
      hops.at(-1)?.url === hop.url &&
      outcome.state === 'error' &&
      networkProblemOf(outcome.error) === 'connection-closed',
  ).length;
}
