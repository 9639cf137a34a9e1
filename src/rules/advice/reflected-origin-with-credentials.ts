import { isDevelopmentOrigin, isLoopbackHost } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import type { AdviceFound, AdviceRule, TargetTraffic } from './advice.ts';
import { type EchoedOrigins, echoedOrigins, echoedWithCredentials } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';
import { isUnlistable, originKind, siteOf } from './origin-kind.ts';
import { probesFor } from './probes.ts';
import { FEARLESS_CORS, PORTSWIGGER_CORS } from './security-links.ts';

/** The server says yes to whoever asks, and shows the user's own data. */
export const reflectedOriginWithCredentials: AdviceRule = {
  id: 'reflected-origin-with-credentials',
  topic: 'security',
  words: {
    title: 'May allow any origin, with credentials',
    'title-without-credentials': 'May echo any origin',
    headline:
      '`{host}` let each of `{origins}` read responses with the user’s cookies, so it may let every website.',
    'headline-unlistable':
      '`{host}` let `{origins}` read responses with the user’s cookies, which nobody puts on a list of allowed origins.',
    'headline-without-credentials':
      '`{host}` sent back each of `{origins}` in `Access-Control-Allow-Origin`, so it may do so with every origin.',
    explanation:
      'If the server sends back any `Origin` that it gets, every website can read what belongs to the user who is signed in. `*` would be harmless in comparison, for it never works with cookies. If all of these origins are on a list, nothing is wrong; the probes below tell.',
    'explanation-development':
      'On a server for development that harms little. If production runs with the same setting, every website can read what belongs to the user who is signed in.',
    'explanation-without-credentials':
      'Without credentials that opens no more than `*` does, but each origin needs a copy of its own in every cache. It becomes a hole on the day when somebody adds `Access-Control-Allow-Credentials: true`.',
    evidence:
      'In {count} of the recorded requests, the server named the origin that asked and allowed credentials; whether the server has a list can’t be seen from outside.',
    'evidence-without-credentials':
      'In {count} of the recorded requests, the server named the origin that asked; whether the server has a list can’t be seen from outside.',
    'action-use-wildcard':
      'If what `{host}` serves is public, send `Access-Control-Allow-Origin: *` instead.',
    'action-probe':
      'Send `{host}` a request with each of the `Origin` values below. It should name none of them.',
  },
  links: [PORTSWIGGER_CORS, FEARLESS_CORS],
  find(traffic): AdviceFound | null {
    return withCredentials(traffic) ?? withoutCredentials(traffic);
  },
};

const PROBE = { id: 'probe', data: {} };
const MATCH = { id: 'match-origin-on-server', data: {} };

function withCredentials({ accepted, target }: TargetTraffic): AdviceFound | null {
  const echoed = echoedWithCredentials(accepted);
  const foreign = strangers(echoed, target);
  const sites = new Set(foreign.map(siteOf)).size;
  const unlistable = [...echoed.keys()].filter(isUnlistable);
  const [first] = echoed.keys();
  if (first === undefined) return null;
  if (isDevelopmentOrigin(target)) {
    if (sites < 2 && unlistable.length === 0) return null;
    return {
      ...found(echoed, foreign),
      severity: 'low',
      variant: { explanation: 'explanation-development' },
    };
  }
  if (unlistable.length > 0) {
    const variant = { headline: 'headline-unlistable' };
    return { ...found(echoed, unlistable), severity: 'high', confidence: 'likely', variant };
  }
  if (sites > 1) {
    return { ...found(echoed, foreign), severity: 'high', confidence: sites > 2 ? 'likely' : 'possible' };
  }
  const odd = [...echoed.keys()].filter(hasUnusualPort);
  if (odd.length === 0) return null;
  return { ...found(echoed, odd), severity: 'medium', variant: { headline: 'headline-unlistable' } };
}

function withoutCredentials({ accepted, target }: TargetTraffic): AdviceFound | null {
  const echoed = echoedOrigins(accepted.filter(({ credentials }) => !credentials));
  const foreign = strangers(echoed, target);
  if (isDevelopmentOrigin(target) || new Set(foreign.map(siteOf)).size < 2) return null;
  return {
    ...found(echoed, foreign),
    severity: 'low',
    actions: [{ id: 'use-wildcard', data: {} }, MATCH],
    variant: {
      title: 'title-without-credentials',
      headline: 'headline-without-credentials',
      explanation: 'explanation-without-credentials',
      evidence: 'evidence-without-credentials',
    },
  };
}

/** The origins that don't look as if they belonged to the server's owner. On `null` there is advice of its own. */
function strangers(echoed: EchoedOrigins, target: string): readonly string[] {
  const own = siteOf(target);
  return [...echoed.keys()].filter(
    (origin) =>
      originKind(origin) !== 'development' && originKind(origin) !== 'opaque' && siteOf(origin) !== own,
  );
}

function found(echoed: EchoedOrigins, origins: readonly string[]): AdviceFound {
  return {
    data: { origins: nameSome(origins) },
    severity: 'low',
    confidence: 'possible',
    shownBy: exchangesOf(origins.flatMap((origin) => echoed.get(origin) ?? [])),
    actions: [PROBE, MATCH],
    probes: probesFor(origins.find((origin) => originKind(origin) === 'site') ?? origins[0] ?? ''),
  };
}

/** Ports that development servers take of themselves, and those next to them. */
const USUAL_PORT = /^(|80|443|1234|3\d{3}|4[0-4]\d{2}|5[0-1]\d{2}|517\d|6006|7\d{3}|8\d{3}|9\d{3})$/;

/** Whether it is a server on this computer, on a port that hardly anybody writes into a list. */
function hasUnusualPort(origin: string): boolean {
  const url = parseUrl(origin);
  return url !== null && isLoopbackHost(url.hostname) && !USUAL_PORT.test(url.port);
}
