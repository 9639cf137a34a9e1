import { describe, expect, it } from 'vitest';
import { diagnose, renderMessage } from '../../../src/rules/index.ts';
import chromium from './chromium.json' with { type: 'json' };
import { exchangeOfTrace } from './exchange-of-trace.ts';
import type { Trace } from './trace.ts';

/** Each trace is named after the rule that must lead. */
const TRACES: Readonly<Record<string, Trace>> = chromium.traces;

/** What a page can't show, because the browser shows an extension nothing of it: the protocol's own account. */
describe('a request that webRequest doesn’t show', () => {
  it.each(Object.entries(TRACES))('%s leads', (cause, trace) => {
    expect(trace.script).toMatch(/^TypeError/);
    const diagnosis = diagnose(exchangeOfTrace(trace, chromium.browser));
    expect([diagnosis.verdict, diagnosis.lead.rule]).toEqual(['failed', cause]);
    expect(renderMessage(diagnosis.headline)).toContain('isn’t CORS');
    expect(diagnosis.fix.changes).toEqual([]);
  });
});
