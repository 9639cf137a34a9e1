import { ENGINES } from '../../../src/fetch/engines.ts';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { RecordedCase } from './case.ts';
import { exchangeOfCase, type View } from './exchange-of-case.ts';

/** `open`: the answer is that it can't be told. */
export type PredictionMark = 'right' | 'open' | 'wrong';

export type RecordedEngine = 'chromium' | 'firefox';

/** Groups in which the engines got different messages, or ended by what only one of them does. */
const UNPREDICTED: ReadonlySet<string> = new Set([
  'neterr',
  'odd',
  'scheme',
  'lna',
  'lna2',
  'redirmode',
  'body',
]);

/**
 * Whether an engine's verdict, predicted from what the other one was seen to exchange, is what that engine really did.
 * Null if there is nothing to compare.
 *
 * @param ran the engine that ran it
 */
export function scorePrediction(
  recorded: RecordedCase,
  ran: RecordedEngine,
  view: View,
): PredictionMark | null {
  if (UNPREDICTED.has(recorded.group) || recorded.request.redirect !== 'follow') return null;
  const exchange = exchangeOfCase(recorded, ran, view);
  if (exchange === null) return null;
  const predicted = otherThan(ran);
  const { verdict } = evaluate(exchange, ENGINES[predicted]);
  const truth = recorded.truth[predicted];
  const readable = truth.type === 'opaque' ? 'opaque' : 'allowed';
  if (verdict === 'unknown') return 'open';
  if (truth.ok) return verdict === readable ? 'right' : 'wrong';
  return verdict === 'blocked' || verdict === 'failed' ? 'right' : 'wrong';
}

export function otherThan(ran: RecordedEngine): RecordedEngine {
  return ran === 'chromium' ? 'firefox' : 'chromium';
}
