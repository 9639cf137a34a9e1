import type { EngineName } from '../browsers/browser.ts';
import type { Case } from '../completeness/case.ts';
import { CASE_GROUPS } from '../completeness/cases/all-cases.ts';
import { KINDS } from '../completeness/kinds.ts';

/** The page that lists every request that is played against the servers' logs, and what is recorded of it. */
export function completenessPage(): string {
  return [
    INTRODUCTION,
    '## What can’t be seen',
    NOT_SEEN,
    ...CASE_GROUPS.flatMap(({ title, cases }) => [`## ${title}`, tableOf(cases)]),
  ]
    .join('\n\n')
    .concat('\n');
}

const INTRODUCTION = `# What is recorded

Written by \`npm run docs\` from the tables of cases in this folder; a test fails when it is out of date. Don't edit it.

Every request below is made in a real Chromium and a real Firefox, and what is recorded is compared with what the servers wrote down: each request is exactly one exchange, with the same URLs, methods and statuses over all its redirects; each preflight that reached a server is in the hop that it was for; nothing is recorded that no server knows of, except what could not be sent or came out of a cache. The initiator, the tab, the type, the mode and the verdict are checked as well. Most requests are made twice, with an answer that may be read and one that may not; those from different places also with a preflight that passes and one that fails.`;

const NOT_SEEN = `An extension sees requests through the browser’s \`webRequest\` events. It isn’t told of:

- **what the browser stops before anything is sent**: mixed content, Content Security Policy, \`mode: 'same-origin'\`, a URL that is neither \`http:\` nor \`https:\`. No request is made. The console has the reason.
- **what needs no request**: a resource that the page has in memory already, a response that a service worker makes itself (Firefox tells that the service worker took the request over). A preflight that is cached isn’t sent; the panel says for how long the answer holds that it saw.
- **pages without access**: sites that you have not granted the extension, private windows if it isn’t allowed there, and the browser’s own pages.

A request that is answered by 304 is shown as the stored response that the 304 stands for, marked as one from the cache.`;

function tableOf(cases: readonly Case[]): string {
  const rows = cases.map(
    (each) =>
      `| ${subjectOf(each)} | ${recordedIn(each, 'chromium')} | ${recordedIn(each, 'firefox')} | ${each.remark ?? ''} |`,
  );
  // A title stands for all variants of a request: allowed and refused, with a preflight and without.
  return ['| request | Chromium | Firefox | remark |', '| --- | --- | --- | --- |', ...new Set(rows)].join(
    '\n',
  );
}

/** Of the kinds, the title says it already. */
function subjectOf({ title, kind }: Case): string {
  const { words } = KINDS[kind];
  return kind === 'fetch' || title.includes(words) ? title : `${title} (${words})`;
}

function recordedIn({ lacks, unseen, outcome, times = 1, taken, answers }: Case, engine: EngineName): string {
  if (lacks?.[engine] !== undefined) return `not made: ${lacks[engine]}`;
  if (unseen?.[engine] !== undefined) return `not seen: ${unseen[engine]}`;
  const isTaken = taken?.[engine] !== undefined ? ', and the page’s own, ended by the service worker' : '';
  if (outcome === 'none') return isTaken === '' ? 'nothing' : 'the page’s own, ended by the service worker';
  const isAgain = answers.some(({ pace }) => pace === 'in-pieces') && times === 1;
  const number = times === 1 ? (isAgain ? 'each of them' : 'one exchange') : `${times} exchanges`;
  return `${number}${isTaken}`;
}
