import { ENGINES, STANDARD } from '../../src/fetch/engines.ts';
import type { CheckId, Step } from '../../src/fetch/evaluation.ts';
import { SPEC_LINKS } from '../../src/fetch/spec-links.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { engineName } from '../../src/report/browser-words.ts';
import type { Diagnosis, Message } from '../../src/rules/diagnosis.ts';
import { diagnose } from '../../src/rules/index.ts';
import { explainStep } from '../../src/rules/proof/explain-step.ts';
import { PROOF_WORDS } from '../../src/rules/proof/proof-words.ts';
import { ALL_CASES, historyOf } from '../rules/all-cases.ts';
import { anExchange } from '../rules/exchange-builder.ts';
import { paragraph } from './words.ts';

/** All checks in the standard's order. */
export function checksByOrder(): readonly CheckId[] {
  const all = Object.keys(SPEC_LINKS) as CheckId[];
  const preflight = STANDARD.preflightChecks;
  const before = all.slice(0, all.indexOf('preflight-answered') + 1);
  const extra = all.filter((check) => isPreflightCheck(check) && !before.includes(check));
  const ordered = extra.toSorted((a, b) => place(preflight, a) - place(preflight, b));
  return [...before, ...ordered, ...all.filter((check) => !before.includes(check) && !extra.includes(check))];
}

function isPreflightCheck(check: CheckId): boolean {
  return check.startsWith('preflight-');
}

function place(order: readonly CheckId[], check: CheckId): number {
  const index = order.indexOf(check);
  return index === -1 ? order.length : index;
}

/** A check: where it is written, when which engine does it, and what passing and failing it looks like. */
export function checkSection(check: CheckId): string {
  const { algorithm, anchor, step, mdn } = SPEC_LINKS[check];
  const examples = [exampleOf(check, 'pass'), exampleOf(check, 'fail')].filter((each) => each !== null);
  return [
    `### ${check}`,
    `${PROOF_WORDS[`subject-${check}`]}. [${algorithm}${step === undefined ? '' : `, step ${step}`}](https://fetch.spec.whatwg.org/#${anchor}) · [MDN](https://developer.mozilla.org/docs/Web/${mdn})`,
    ...orderIn(check),
    examples.map(({ outcome, text }) => `- ${outcome}: ${text}`).join('\n'),
  ].join('\n\n');
}

/** Its place among the checks of a preflight's answer, which is the one order that differs. */
function orderIn(check: CheckId): readonly string[] {
  const engines = Object.values(ENGINES);
  if (!engines.some(({ preflightChecks }) => preflightChecks.some((each) => each === check))) return [];
  const places = engines.map(({ engine, preflightChecks }) => {
    const index = place(preflightChecks, check);
    return `${engineName(engine)} ${index === preflightChecks.length ? '–' : index + 1}`;
  });
  return [`Of the checks of a preflight’s answer: ${places.join(', ')}.`];
}

interface Diagnosed {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

const DIAGNOSED: readonly Diagnosed[] = ALL_CASES.map(([, each]) => {
  const exchange = anExchange(each.exchange);
  return { exchange, diagnosis: diagnose(exchange, historyOf(each)) };
});

function exampleOf(check: CheckId, outcome: Step['outcome']) {
  for (const { exchange, diagnosis } of DIAGNOSED) {
    const { evaluation } = diagnosis;
    const step = evaluation.steps.find((each) => each.check === check && each.outcome === outcome);
    if (step === undefined) continue;
    const messages: readonly Message[] = explainStep(step, { exchange, evaluation });
    return { outcome: outcome === 'pass' ? 'Passes' : 'Fails', text: paragraph(messages) };
  }
  return null;
}
