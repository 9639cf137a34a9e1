import { tunnelAnswer } from '../dev-tunnel.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import { faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A tunnel to a development machine that answers with a page of its own. */
export const devTunnelInterstitial: Rule = {
  id: 'dev-tunnel-interstitial',
  severity: 'error',
  words: {
    title: 'The forwarded port is private',
    'title-reminder': '{tunnel} answered with its warning page',
    'title-offline': '{tunnel} found no server to forward to',
    headline: '{tunnel} wants a sign-in before it forwards to `{port}`: it answered {status} itself.',
    'headline-reminder':
      '{tunnel} answered with its own warning page instead of forwarding the request to `{port}` ({status}).',
    'headline-offline':
      '{tunnel} answered {status} itself: nothing answers behind `{port}`, or the tunnel is closed.',
    explanation:
      'A script can’t sign in on the way, and a preflight never carries a cookie. Your server didn’t see the request, so its CORS configuration doesn’t matter yet.',
    'explanation-reminder':
      'It shows that page to whatever looks like a browser, also to scripts, and without CORS headers. Your server didn’t see the request, so its CORS configuration doesn’t matter yet.',
    'explanation-offline':
      'Your server didn’t see the request, so its CORS configuration doesn’t matter yet.',
    evidence:
      'The headers of the answer ({status}) are those that {tunnel} puts on its own, and not your server’s.',
    'evidence-redirect':
      'By its name, `{port}` is a forwarded port of {tunnel}, and it redirected to the sign-in page of {tunnel} ({status}).',
    'action-make-port-public':
      'Make the forwarded port public: in the Ports view of the editor, with `gh codespace ports visibility`, or with `devtunnel host --allow-anonymous`.',
    'action-skip-tunnel-warning':
      'Send the request header `{header}` with any value, and list it in `Access-Control-Allow-Headers`, for it needs a preflight.',
    'action-start-behind-tunnel':
      'Start your server and the tunnel again, and check that the port and the host name of the tunnel are still the same.',
  },
  links: [
    { label: 'ngrok: Errors', url: 'https://ngrok.com/docs/errors/' },
    {
      label: 'Dev tunnels: Security',
      url: 'https://learn.microsoft.com/azure/developer/dev-tunnels/security',
    },
    CORS_CHECK,
  ],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const own = tunnelAnswer(context);
    if (own === null) return null;
    const { tunnel, kind, status, port, header, isRedirect } = own;
    const found = {
      data: { tunnel, status, port },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: faultyAnswer(context)?.on ?? 'response' },
    } as const;
    if (kind === 'sign-in') {
      const variant = isRedirect ? { evidence: 'evidence-redirect' } : {};
      return { ...found, actions: [{ id: 'make-port-public', data: {} }], variant };
    }
    const variant = {
      title: `title-${kind}`,
      headline: `headline-${kind}`,
      explanation: `explanation-${kind}`,
    };
    return header === undefined
      ? { ...found, actions: [{ id: 'start-behind-tunnel', data: {} }], variant }
      : { ...found, actions: [{ id: 'skip-tunnel-warning', data: { header } }], variant };
  },
};
