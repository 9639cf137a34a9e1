import type { Verdict } from '../../src/fetch/evaluation.ts';
import { applyFix } from '../../src/fixes/index.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Fix } from '../../src/model/fix.ts';
import { isEmptyFix } from '../../src/model/fix.ts';
import type { Finding, Message } from '../../src/rules/diagnosis.ts';
import { diagnose } from '../../src/rules/index.ts';
import { historyOf, TABLES } from '../rules/all-cases.ts';
import { anExchange } from '../rules/exchange-builder.ts';
import type { RuleCase } from '../rules/rule-case.ts';

/** The first case of a rule's table in which it speaks, and what it says there. */
export interface RuleExample {
  readonly exchange: Exchange;
  readonly finding: Finding;
  /** What it proposes outside the headers. */
  readonly actions: readonly Message[];
  readonly remedy: Remedy | null;
}

/** The lines to change, and what the same rules say of the exchange with this change. */
export interface Remedy {
  readonly lines: readonly string[];
  readonly verdict: Verdict;
}

export function exampleOf(id: string): RuleExample {
  for (const each of casesOf(id)) {
    const exchange = anExchange(each.exchange);
    const { lead, notes, fix } = diagnose(exchange, historyOf(each));
    const finding = [lead, ...notes].find(({ rule }) => rule === id);
    if (finding === undefined) continue;
    const leads = finding === lead;
    const proposed = leads ? fix.actions : finding.actions;
    return {
      exchange,
      finding,
      actions: proposed.map(({ id: action, data }) => ({ rule: id, key: `action-${action}`, data })),
      remedy: leads ? remedyOf(exchange, fix) : null,
    };
  }
  throw new Error(`${id} speaks in none of its cases.`);
}

/** The rules that lead in the near misses of a rule: what looks like it, and is something else. */
export function lookalikesOf(id: string): readonly string[] {
  const others = casesOf(id).map(({ cause }) => cause);
  return [...new Set(others)].filter(
    (cause) => cause !== id && cause !== 'allowed' && cause !== 'still-running',
  );
}

function casesOf(id: string): readonly RuleCase[] {
  return TABLES.find(([table]) => table === id)?.[1] ?? [];
}

/** That the lines are enough is what the words about them say, so it is tried here. */
function remedyOf(exchange: Exchange, fix: Fix): Remedy | null {
  if (isEmptyFix(fix)) return null;
  const { changes, statuses, requests } = fix;
  const { verdict } = diagnose(applyFix(exchange, fix));
  const lines = [
    ...requests.map(({ name }) => `- ${name} (in the request)`),
    ...statuses.flatMap(({ before, after }) => [`- HTTP ${before}`, `+ HTTP ${after}`]),
    ...changes.flatMap(({ name, before, value }) => [
      ...before.map((line) => `- ${name}: ${line}`),
      ...(value === undefined ? [] : [`+ ${name}: ${value}`]),
    ]),
  ];
  return { lines, verdict };
}
