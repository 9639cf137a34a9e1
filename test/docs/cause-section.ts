import { codeBlock } from '../../src/report/markdown/quoting.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { messageLines } from './example-messages.ts';
import { exampleOf } from './rule-example.ts';
import { paragraph } from './words.ts';

/** A rule with the first case in which it speaks. */
export function causeSection({ id, severity, links }: Rule): string {
  const { exchange, finding, actions, remedy } = exampleOf(id);
  return [
    `### ${id}`,
    `**${paragraph([finding.title])}** (${severity})`,
    paragraph([finding.headline]),
    paragraph([finding.explanation]),
    `${sureness(finding.confidence)}: ${paragraph([finding.evidence])}`,
    codeBlock('http', messageLines(exchange), 200),
    ...(remedy === null
      ? []
      : [`With this change the same rules say *${remedy.verdict}*:`, codeBlock('diff', remedy.lines)]),
    ...(actions.length === 0 ? [] : [actions.map((action) => `- ${paragraph([action])}`).join('\n')]),
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
  ].join('\n\n');
}

function sureness(confidence: 'certain' | 'likely' | 'possible'): string {
  return confidence.charAt(0).toUpperCase() + confidence.slice(1);
}
