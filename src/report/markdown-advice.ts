import { bullets, counted, proseToMarkdown } from './markdown-prose.ts';
import { inlineCode } from './markdown-quoting.ts';
import type { AdviceSummary } from './report.ts';

const MAX_LINES = 20;

const SEVERITIES: Readonly<Record<AdviceSummary['severity'], string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

/** What could be better about the servers: a line each. */
export function adviceSection(advice: readonly AdviceSummary[]): readonly string[] {
  return advice.length === 0 ? [] : ['## Advice', bullets(advice.map(adviceLine), MAX_LINES)];
}

function adviceLine({ severity, target, exchanges, headline, actions }: AdviceSummary): string {
  const extent = `${inlineCode(target)}, in ${counted(exchanges.length, 'request')}`;
  const words = [headline, ...actions.slice(0, 1)].map(proseToMarkdown);
  return `**${SEVERITIES[severity]}**, ${extent}: ${words.join(' ')}`;
}
