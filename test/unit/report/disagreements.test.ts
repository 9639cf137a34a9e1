import { expect, it } from 'vitest';
import { parseReport, toJson, toMarkdown } from '../../../src/report/index.ts';
import { anExchange } from '../../rules/exchange-builder.ts';
import { DECISION_CASES } from '../rules/disagreement/difference-cases.ts';
import { aReport } from './sample-reports.ts';

const REFUSED = DECISION_CASES.dropsEmptyHeaderLines;

it('the report says in one line where another browser would decide otherwise, and why', () => {
  if (typeof REFUSED === 'string') throw new Error(REFUSED);
  const report = aReport([anExchange(REFUSED.exchange)]);
  expect(toMarkdown(report)).toContain(
    '\n- Fails in Chrome, passes in Firefox. Firefox leaves out an empty line of `Access-Control-Allow-Credentials`; Chrome joins it with the next one to `, true`.\n',
  );
  expect(parseReport(toJson(report))).toEqual({ ok: true, report });
});

it('and nothing where all agree', () => {
  const [diagnosis] = aReport([anExchange({ response: {}, outcome: 'blocked' })]).diagnoses;
  expect(diagnosis).not.toHaveProperty('disagreements');
});

it('a prediction for Safari is marked as its source’s', () => {
  const markdown = toMarkdown(aReport([anExchange({ response: {}, outcome: 'blocked' })]), 'complete');
  expect(markdown).toContain('Safari (predicted by WebKit’s source, not measured)');
});
