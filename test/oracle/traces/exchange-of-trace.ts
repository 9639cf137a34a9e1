import * as v from 'valibot';
import type { Exchange } from '../../../src/model/exchange.ts';
import { originOf } from '../../../src/model/origin.ts';
import type { Trace } from './trace.ts';

const BLOCKED = v.object({ blockedReason: v.string() });
const ISSUE = v.object({
  issue: v.object({
    details: v.union([
      v.object({ contentSecurityPolicyIssueDetails: v.object({ blockedURL: v.string() }) }),
      v.object({ corsIssueDetails: v.object({ corsErrorStatus: v.object({ corsError: v.string() }) }) }),
    ]),
  }),
});

/** The exchange that a recording has of it: what script asked for, and why the browser says that nothing was sent. */
export function exchangeOfTrace({ page, url, events }: Trace, version: string): Exchange {
  const startedAt = 1_700_000_000_000;
  return {
    id: 'x1',
    tabId: 1,
    frameId: 0,
    initiator: originOf(page),
    page,
    type: 'xmlhttprequest',
    mode: { value: 'unknown', reason: 'not-in-report' },
    credentials: { value: 'unknown', reason: 'not-in-report' },
    hops: [{ url, method: 'GET', startedAt }],
    outcome: { state: 'error', at: startedAt, error: errorOf(events) },
    startedAt,
    observedIn: { engine: 'chromium', version },
  };
}

/** The browser's own word for it, as the Network panel writes it: of the request if there is one, else of the issue. */
function errorOf(events: Trace['events']): string {
  for (const { params } of events) {
    const blocked = v.safeParse(BLOCKED, params);
    if (blocked.success) return `(blocked:${blocked.output.blockedReason})`;
  }
  for (const { params } of events) {
    const parsed = v.safeParse(ISSUE, params);
    if (!parsed.success) continue;
    const { details } = parsed.output.issue;
    return 'corsIssueDetails' in details
      ? details.corsIssueDetails.corsErrorStatus.corsError
      : '(blocked:csp)';
  }
  throw new Error('The trace doesn’t say why nothing was sent.');
}
