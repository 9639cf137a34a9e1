import { codeBlock } from '../../src/report/markdown/quoting.ts';
import type { AdviceRule } from '../../src/rules/advice/advice.ts';
import { adviceExampleOf } from './advice-example.ts';
import { messageLines } from './example-messages.ts';
import { paragraph } from './words.ts';

/** A piece of advice with the first case in which it is given. */
export function adviceSection({ id, topic, links }: AdviceRule): string {
  const { advice, exchanges } = adviceExampleOf(id);
  const actions = advice.actions.map(({ id: action, data }) => ({ rule: id, key: `action-${action}`, data }));
  return [
    `### ${id}`,
    `**${paragraph([advice.title])}** (${topic}, ${advice.severity})`,
    paragraph([advice.headline]),
    paragraph([advice.explanation]),
    paragraph([advice.evidence]),
    codeBlock(
      'http',
      exchanges.flatMap((exchange) => messageLines(exchange)),
      200,
    ),
    ...(actions.length === 0 ? [] : [actions.map((action) => `- ${paragraph([action])}`).join('\n')]),
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
  ].join('\n\n');
}
