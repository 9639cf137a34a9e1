import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { requestExecuted } from '../../rules/notes/request-executed.ts';
import { requestNotSent } from '../../rules/notes/request-not-sent.ts';
import { isSafeMethod } from '../../rules/safe-method.ts';
import { namesInText } from '../language/formats.ts';
import { strings } from '../strings.ts';
import { cut, toText } from './text.ts';

/** A short fact beside the headline. */
export interface BadgeVM {
  readonly text: string;
  readonly tone: 'plain' | 'warning';
}

const words = strings.badges;

/** What a reader should know at a glance: whether it was executed, whether browsers agree, what wasn't seen. */
export function toBadges(exchange: Exchange, diagnosis: Diagnosis): readonly BadgeVM[] {
  if (diagnosis.verdict === 'pending') return [];
  return [
    executionBadge(exchange, diagnosis),
    enginesBadge(diagnosis),
    pairingBadge(exchange),
    credentialsBadge(diagnosis),
  ].filter((each) => each !== null);
}

/** A blocked request may all the same have done its work on the server: the first thing to know before a retry. */
function executionBadge({ hops }: Exchange, { notes }: Diagnosis): BadgeVM | null {
  const note = notes.find(({ rule }) => rule === requestExecuted.id || rule === requestNotSent.id);
  // What changes nothing may be sent again without a thought.
  if (note === undefined || isSafeMethod(hops[note.at.hop]?.method ?? '')) return null;
  const tone = note.rule === requestExecuted.id ? 'warning' : 'plain';
  return badge(cut(toText(note.title), MOST_CHARACTERS), tone);
}

const MOST_CHARACTERS = 80;

function enginesBadge({ browsers, verdict }: Diagnosis): BadgeVM | null {
  const others = browsers.filter((opinion) => opinion.basis === 'predicted');
  if (others.length === 0) return null;
  // That one decides otherwise is said beside the headline; that it can't be told is no news.
  if (others.some((opinion) => opinion.verdict !== verdict)) return null;
  const names = others.map((opinion) => strings.browsers.names[opinion.engine]);
  return badge(words.enginesAgree({ names: namesInText(names) }), 'plain');
}

function pairingBadge(exchange: Exchange): BadgeVM | null {
  const unsure = exchange.hops.find((hop) => hop.preflight?.pairing.confidence === 'likely');
  const candidates = unsure?.preflight?.pairing.candidates;
  return candidates === undefined ? null : badge(words.pairingLikely({ count: candidates }), 'plain');
}

function credentialsBadge({ evaluation, verdict }: Diagnosis): BadgeVM | null {
  const { credentials } = evaluation;
  if (credentials.value === 'unknown') {
    if (!credentials.matters) return null;
    return badge(words.credentialsUnknown, verdict === 'unknown' ? 'warning' : 'plain');
  }
  return credentials.how === 'inferred-from-outcome'
    ? badge(words.credentialsInferred({ mode: credentials.value }), 'plain')
    : null;
}

function badge(text: string, tone: BadgeVM['tone']): BadgeVM {
  return { text, tone };
}
