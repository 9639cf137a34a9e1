import { applyFix } from '../../src/fixes/index.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Fix } from '../../src/model/fix.ts';
import { codeBlock } from '../../src/report/markdown-quoting.ts';
import { diagnose } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { historyOf, TABLES } from '../rules/all-cases.ts';
import { anExchange } from '../rules/exchange-builder.ts';
import { messagesOf } from './example-messages.ts';
import { paragraph } from './words.ts';

/** A cause with the first case in which it leads. */
export function causeSection({ id, severity, links }: Rule): string {
  const { exchange, diagnosis } = exampleOf(id);
  const { cause, fix } = diagnosis;
  if (cause === null) throw new Error(`No case of ${id} has a cause.`);
  return [
    `### ${id}`,
    `**${paragraph([cause.title])}** (${severity})`,
    paragraph([cause.headline]),
    paragraph([cause.explanation]),
    messagesOf(exchange),
    ...remedy(exchange, fix),
    ...(fix.actions.length === 0
      ? []
      : [
          fix.actions
            .map(({ id: action, data }) => `- ${paragraph([{ rule: id, key: `action-${action}`, data }])}`)
            .join('\n'),
        ]),
    links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
  ].join('\n\n');
}

function exampleOf(id: string) {
  const cases = TABLES.find(([table]) => table === id)?.[1] ?? [];
  const example = cases.find(({ cause }) => cause === id);
  if (example === undefined) throw new Error(`${id} leads in none of its cases.`);
  const exchange = anExchange(example.exchange);
  return { exchange, diagnosis: diagnose(exchange, historyOf(example)) };
}

/** The lines to change; the words say that they are enough, so that is tried here. */
function remedy(exchange: Exchange, { changes, statuses, actions }: Fix): readonly string[] {
  if (changes.length + statuses.length === 0) return [];
  const { verdict } = diagnose(applyFix(exchange, { changes, statuses, actions }));
  const lines = [
    ...statuses.flatMap(({ before, after }) => [`- HTTP ${before}`, `+ HTTP ${after}`]),
    ...changes.flatMap(({ name, before, value }) => [
      ...before.map((line) => `- ${name}: ${line}`),
      ...(value === undefined ? [] : [`+ ${name}: ${value}`]),
    ]),
  ];
  return [`With this change the same rules say *${verdict}*:`, codeBlock('diff', lines)];
}
