import { ENGINES } from '../../../src/fetch/engines.ts';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { RecordedCase } from './case.ts';
import { exchangeOfCase } from './exchange-of-case.ts';
import type { Mark } from './score.ts';

type RecordedEngine = 'chromium' | 'firefox';

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
 */
export function scorePrediction(
  recorded: RecordedCase,
  ran: RecordedEngine,
  predicted: RecordedEngine,
): Mark | null {
  if (UNPREDICTED.has(recorded.group) || recorded.request.redirect !== 'follow') return null;
  const exchange = exchangeOfCase(recorded, ran, ran === 'firefox');
  if (exchange === null) return null;
  const { verdict } = evaluate(exchange, ENGINES[predicted]);
  const truth = recorded.truth[predicted];
  const readable = truth.type === 'opaque' ? 'opaque' : 'allowed';
  if (verdict === 'unknown') return 'open';
  if (truth.ok) return verdict === readable ? 'right' : 'wrong';
  return verdict === 'blocked' || verdict === 'failed' ? 'right' : 'wrong';
}
