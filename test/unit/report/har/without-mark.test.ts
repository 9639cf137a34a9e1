import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { har } from '../../../../src/report/har/har-format.ts';
import { writeWhole } from '../../../../src/report/index.ts';
import { openReport } from '../../../../src/report/open-report.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { ALL_CASES } from '../../../rules/all-cases.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aReport } from '../sample-reports.ts';

const CREATORS = { chromium: 'WebInspector', firefox: 'Firefox', webkit: 'WebKit Web Inspector' } as const;

/** As the browser itself would have written it: without our field, and with what a browser sends on the wire. */
function asOfBrowser(exchange: Exchange): unknown {
  const written = JSON.parse(writeWhole(har, aReport([exchange]), { length: 'short' })) as {
    log: { creator: { name: string }; entries: Entry[] };
  };
  const { log } = written;
  log.creator.name = CREATORS[exchange.observedIn.engine];
  for (const entry of log.entries) {
    delete entry._corsLens;
    const neverSent = entry.response.status === 0 && entry._resourceType !== 'preflight';
    if (neverSent) continue;
    entry.request.headers.push({ name: 'Accept-Encoding', value: 'gzip' });
    const { mode } = exchange;
    if (mode.value !== 'unknown') entry.request.headers.push({ name: 'Sec-Fetch-Mode', value: mode.value });
  }
  return written;
}

interface Entry {
  _corsLens?: unknown;
  readonly _resourceType: string;
  readonly request: { readonly headers: object[] };
  readonly response: { readonly status: number };
}

function saidOf(exchange: Exchange): string {
  const { verdict, lead } = diagnose(exchange);
  return `${verdict}, ${lead.rule}`;
}

/** What a HAR doesn't say, and the cases that are explained otherwise because of it. */
const LOST: Readonly<Record<string, readonly string[]>> = {
  'the page’s Resource Timing, which tells whether script could read it': [
    'allow-credentials-missing: likely where only the page tells that it got nothing',
    'allow-credentials-misspelt: likely where only the page tells that it got nothing',
    'credentials-unknown: not if the page itself tells that it was readable',
    'credentials-unknown: not if the body still came long after the headers: then script may read it',
    'credentials-unknown: not if the page itself tells that it was not',
    'hidden-header-line: Firefox shows one line, and script got nothing',
    'hidden-header-line: not where the lines are shown apart',
    'hidden-header-line: not if script got it',
    'wildcard-with-credentials: likely where only the page tells that it got nothing',
  ],
  'how it ended, where the browser reported no end': [
    'aborted: the page was left',
    'aborted: nobody can tell where the browser never reported an end',
    'answered-by-service-worker: a service worker took it over',
    'answered-by-service-worker: no end was seen: it may have been one',
    'closed-unseen: no end, no answer',
    'closed-unseen: not if a service worker took it over',
    'closed-unseen: nobody can tell while it runs',
    'loaded-without-cors: nobody can tell while it runs',
    'no-cors-mode: not before it has ended',
    'opaque-origin: nobody can tell what the server makes of null without an answer',
    'out-of-sight: the user withdrew the access meanwhile',
    'request-not-sent: nobody can tell how the preflight ended',
    'still-running: nothing yet',
    'still-running: the preflight is out',
    'timed-out: nobody can tell where the browser never reported an end',
    'token-not-in-preflight: nobody can tell if the preflight’s answer wasn’t seen',
  ],
  'whether the browser went where a redirect leads': [
    'closed-unseen: after a redirect, nothing: it may have gone on at a site that is kept from extensions',
    'content-security-policy: likely where Firefox ends a redirect without an error of its own',
    'out-of-sight: redirected to a site that the extension may not see',
    'out-of-sight: not if the browser reports nothing although it may',
    'out-of-sight: nobody can tell while it may still go on',
    'redirect-refused: a redirect that the page doesn’t want',
    'redirect-to-other-scheme: nobody can tell without a Location',
    'redirect-with-credentials-in-url: nobody can tell without a Location',
  ],
  'that Firefox’ webRequest joins header lines, which are apart in a HAR': [
    'allow-credentials-misspelt: perhaps sent twice, in Firefox',
    'duplicate-allow-origin: in Firefox, joined',
    'hidden-header-line: with credentials that are allowed',
    'hidden-header-line: nobody can tell without the page’s Resource Timing',
  ],
  'that the credentials mode was seen to be omit': [
    'header-not-exposed: not if there are none',
    'header-not-exposed: exposed by a list that is invalid from its second item on, in Firefox',
  ],
  'a success without a response, a redirect without a status, a page without a URL of http': [
    'allowed: success is all that the browser shows',
    'allowed: nobody can tell where success doesn’t mean that script could read it',
    'blocked-unexplained: no response was shown, and success doesn’t mean that script could read it',
    'cookies-not-sent: not if the request’s headers weren’t shown',
    'local-network-insecure-page: a data: page',
    'request-executed: a redirect that the browser made itself: the server behind it',
  ],
  'what is same-origin': ['allowed: the page’s own origin'],
};

describe('what a HAR loses without our own field', () => {
  it('is this, and no more', () => {
    const lost = ALL_CASES.flatMap(([name, { exchange }]) => {
      const recorded = anExchange(exchange);
      const opened = openReport(asOfBrowser(recorded));
      const read = opened.ok ? opened.exchanges.map(saidOf) : [];
      return read.join('; ') === saidOf(recorded) ? [] : [name];
    });
    expect(lost.sort()).toEqual(Object.values(LOST).flat().sort());
  });

  it('never makes a failure of what was allowed', () => {
    for (const [, { exchange }] of ALL_CASES) {
      const recorded = anExchange(exchange);
      const opened = openReport(asOfBrowser(recorded));
      if (!opened.ok || diagnose(recorded).verdict !== 'allowed') continue;
      for (const read of opened.exchanges) expect(['allowed', 'unknown']).toContain(diagnose(read).verdict);
    }
  });
});
