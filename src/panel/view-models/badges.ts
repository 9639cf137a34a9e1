import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';

/** A short fact beside the headline. */
export interface BadgeVM {
  readonly text: string;
  readonly tone: 'plain' | 'warning';
}

const words = strings.badges;

/** What a reader should know before anything else: how sure it is, what was executed, whether browsers agree. */
export function toBadges(exchange: Exchange, diagnosis: Diagnosis): readonly BadgeVM[] {
  if (diagnosis.verdict === 'pending') return [];
  // How sure advice is, nobody needs to know at a glance.
  const confidence = diagnosis.verdict === 'allowed' ? undefined : diagnosis.cause?.confidence;
  return [
    confidence === undefined
      ? null
      : badge(words[confidence], confidence === 'certain' ? 'plain' : 'warning'),
    executionBadge(exchange, diagnosis),
    enginesBadge(diagnosis),
    pairingBadge(exchange),
    credentialsBadge(diagnosis),
  ].filter((each) => each !== null);
}

/** A blocked request may all the same have done its work on the server: the first thing to know before a retry. */
function executionBadge(exchange: Exchange, { verdict, evaluation }: Diagnosis): BadgeVM | null {
  const { fault } = evaluation;
  if (verdict !== 'blocked' || fault === null) return null;
  const hop = exchange.hops[fault.hop];
  if (hop === undefined) return null;
  if (fault.check.startsWith('preflight-')) return badge(words.notSent(hop.method), 'plain');
  if (hop.response === undefined) return null;
  return READING_METHODS.has(hop.method)
    ? badge(words.reached, 'plain')
    : badge(words.executed(hop.method), 'warning');
}

/** @see https://httpwg.org/specs/rfc9110.html#safe.methods */
const READING_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function enginesBadge({ browsers, verdict }: Diagnosis): BadgeVM | null {
  const others = browsers.filter((opinion) => opinion.basis === 'predicted');
  if (others.length === 0) return null;
  // That one decides otherwise is said beside the headline; that it can't be told is no news.
  if (others.some((opinion) => opinion.verdict !== verdict)) return null;
  const names = others.map((opinion) => strings.browsers.names[opinion.engine]);
  return badge(words.enginesAgree(names.join(' and ')), 'plain');
}

function pairingBadge(exchange: Exchange): BadgeVM | null {
  const unsure = exchange.hops.find((hop) => hop.preflight?.pairing.confidence === 'likely');
  const candidates = unsure?.preflight?.pairing.candidates;
  return candidates === undefined ? null : badge(words.pairingLikely(candidates), 'plain');
}

function credentialsBadge({ evaluation, verdict }: Diagnosis): BadgeVM | null {
  const { credentials } = evaluation;
  if (credentials.value === 'unknown') {
    if (!credentials.matters) return null;
    return badge(words.credentialsUnknown, verdict === 'unknown' ? 'warning' : 'plain');
  }
  return credentials.how === 'inferred-from-outcome'
    ? badge(words.credentialsInferred(credentials.value), 'plain')
    : null;
}

function badge(text: string, tone: BadgeVM['tone']): BadgeVM {
  return { text, tone };
}
