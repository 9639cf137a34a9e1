import { isRedirectStatus } from '../fetch/http-redirect-fetch.ts';
import { urlParts } from '../fetch/url-parts.ts';
import { hostnameOf } from './display-url.ts';
import { answerOutsideCors, displayStatus } from './faulty-answer.ts';
import { redirectTarget } from './redirect-target.ts';
import type { PlatformId } from './responder/platforms.ts';
import type { RuleContext } from './rule.ts';

/** What a tunnel to a development machine answered itself, instead of what runs behind it. */
export interface TunnelAnswer {
  readonly tunnel: string;
  /**
   * - `sign-in`: the port is private.
   * - `reminder`: a page that warns people of what they are about to open; `header` on a request skips it.
   * - `offline`: nothing runs behind it.
   */
  readonly kind: 'sign-in' | 'reminder' | 'offline';
  readonly status: string;
  /** The host by which the machine is reached through the tunnel. */
  readonly port: string;
  /** Whether it is told from a redirect, and not from headers. */
  readonly isRedirect: boolean;
  /** Only for `reminder`. */
  readonly header?: string;
}

/** Tunnels by their platform: how they are called, and the request header that skips their reminder. */
const TUNNELS: ReadonlyMap<PlatformId, { readonly tunnel: string; readonly header?: string }> = new Map([
  ['ngrok', { tunnel: 'ngrok', header: 'ngrok-skip-browser-warning' }],
  ['localtunnel', { tunnel: 'localtunnel', header: 'bypass-tunnel-reminder' }],
  ['vscode-dev-tunnel', { tunnel: 'Microsoft Dev Tunnels' }],
]);

/** Tunnels that are told from their URLs: those of a forwarded port, and those of the page to sign in. */
const SIGN_INS = [
  {
    tunnel: 'GitHub Codespaces',
    port: /\.(app\.github\.dev|githubpreview\.dev)$/i,
    signIn: /^github\.dev\//,
  },
  {
    tunnel: 'Microsoft Dev Tunnels',
    port: /\.devtunnels\.ms$/i,
    signIn: /^([\w-]+\.)*tunnels\.api\.visualstudio\.com\//,
  },
  { tunnel: 'Gitpod', port: /\.gitpod\.(io|dev)$/i, signIn: /^(app\.)?gitpod\.io\// },
] as const;

/** What a tunnel has to do with the fault of the context; null if nothing shows that one answered. */
export function tunnelAnswer(context: RuleContext): TunnelAnswer | null {
  return signInRedirect(context) ?? ownAnswer(context);
}

/** A redirect from a forwarded port to where people sign in, on its way there or having arrived. */
function signInRedirect(context: RuleContext): TunnelAnswer | null {
  const { exchange, hop, hopIndex } = context;
  const answer = answerOutsideCors(context);
  if (answer === null) return null;
  const waits = isRedirectStatus(answer.response.status);
  const from = waits ? hop : exchange.hops[hopIndex - 1];
  const to = waits ? redirectTarget(hop, answer.response) : hop.url;
  if (from === undefined || to === null) return null;
  const port = urlParts(from.url);
  const target = urlParts(to);
  if (port === null || target === null) return null;
  const found = SIGN_INS.find(
    (each) => each.port.test(port.hostname) && each.signIn.test(target.hostname + target.pathname),
  );
  if (found === undefined) return null;
  const status = displayStatus(waits ? answer.response : from.response);
  return { tunnel: found.tunnel, kind: 'sign-in', status, port: port.hostname, isRedirect: true };
}

function ownAnswer(context: RuleContext): TunnelAnswer | null {
  const answer = answerOutsideCors(context);
  const maker = context.answeredBy?.maker ?? null;
  const known = maker === null ? undefined : TUNNELS.get(maker.platform);
  if (answer === null || known === undefined) return null;
  const port = hostnameOf(context.hop.url);
  // Codespaces forward their ports through the same tunnels.
  const tunnel = SIGN_INS.find((each) => each.port.test(port))?.tunnel ?? known.tunnel;
  const { header } = known;
  const code = answer.response.status;
  const own = { tunnel, status: displayStatus(answer.response), port, isRedirect: false };
  if (header !== undefined && (code < 300 || code === 401 || code === 511)) {
    return { ...own, kind: 'reminder', header };
  }
  if (code === 401 || code === 403) return { ...own, kind: 'sign-in' };
  if (code === 404 || code === 408 || code >= 500) return { ...own, kind: 'offline' };
  return null;
}
