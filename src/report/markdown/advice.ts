import type { AdviceSummary } from '../report.ts';
import { counted } from '../visible-text.ts';
import { bullets, proseToMarkdown } from './prose.ts';

const MAX_LINES = 20;

const SEVERITIES = { high: 'High', medium: 'Medium', low: 'Low' } as const;

/** What could be better about the servers, a line each; what needn't change isn't worth one here. */
export function adviceSection(advice: readonly AdviceSummary[]): readonly string[] {
  const lines = advice.flatMap(adviceLine);
  return lines.length === 0 ? [] : ['## Advice', bullets(lines, MAX_LINES)];
}

/** The headline names the server. */
function adviceLine({ severity, exchanges, headline, actions }: AdviceSummary): readonly string[] {
  if (severity === 'info') return [];
  const words = [headline, ...actions.slice(0, 1)].map(proseToMarkdown);
  return [`**${SEVERITIES[severity]}**, in ${counted(exchanges.length, 'request')}: ${words.join(' ')}`];
}
