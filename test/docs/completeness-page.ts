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

Every request below is made in a real Chromium and a real Firefox, and what is recorded is compared with what the servers wrote down: each request is exactly one exchange, with the same URLs, methods and statuses over all its redirects; each preflight that reached a server is in the hop that it was for; nothing is recorded that no server knows of, except what could not be sent or came out of a cache. The initiator, the tab, the page, the type, the mode, the verdict and whether the browser tells its end are checked as well. Most requests are made twice, with an answer that may be read and one that may not; those from different places also with a preflight that passes and one that fails.`;

const NOT_SEEN = `An extension sees requests through the browser’s \`webRequest\` events. It isn’t told of the following; what is marked with a star is held by a case below.

- **What the browser stops before anything is sent**: mixed content*, Content Security Policy*, \`mode: 'same-origin'\`*, a URL that is neither \`http:\` nor \`https:\`*, a worker’s script* or an SVG \`<use>\`* of another origin; in Firefox also a port that browsers ask nothing*. No request is made. The console has the reason. In DevTools the panel learns of two from the page itself, and says so: what its policy forbids to scripts, from the browser’s reports*, and in Chromium mixed content, from Resource Timing*. DevTools’ own network log lists mixed content, and in Firefox all that would have gone over HTTP, without the reason.
- **What needs no request**: a resource that the page has in memory already*, a response that a service worker makes itself* or lets fail* (Firefox tells that the service worker took the request over, and the panel says so). A preflight that is cached isn’t sent*; the panel says for how long the answer holds that it saw.
- **What Chromium asks for apart from pages**: its reports*, which it sends by itself.
- **Whose a request is**, where it names neither a tab nor an origin: it comes from a shared worker whose script is a \`data:\` URL*, and could be anybody’s.
- **Pages without access**: sites that you have not granted the extension, private windows if it isn’t allowed there, and the browser’s own pages. The panel says what is missing; in DevTools it notices from the page’s own Resource Timing that requests went by.

Shared and service workers name no tab. A tab shows those of its page’s origin, and those of its frames’ origins from the moment in which such a frame first asks for something. (In Firefox the script of a shared or service worker is asked for by nobody: of a frame that makes no other request, its workers are not shown.)

A page that comes back out of the back/forward cache is told apart by its URL, or by the document that its next request names. Chromium doesn’t say to which of several pages that are rendered ahead at the same time a frame within a frame belongs: then it is taken for the last one’s. Firefox tells of requests up to a quarter of a second late, and of a tab’s URL at once: what a page asked that shortly before it gave itself another URL (\`history.pushState\`) is shown with the new one.

Of a redirect to where no browser goes (\`ftp:\`, \`data:\`, a URL with a password) the redirect is shown, and where it leads in its \`Location\`. A request that is answered by 304 is shown as the stored response that the 304 stands for, marked as one from the cache; only where script itself made it conditional, as the 304.`;

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

function recordedIn(
  { lacks, unseen, outcome, times = 1, taken, isConcluded, answers }: Case,
  engine: EngineName,
): string {
  if (lacks?.[engine] !== undefined) return `not made: ${lacks[engine]}`;
  if (unseen?.[engine] !== undefined) return `not seen: ${unseen[engine]}`;
  const isTaken = taken?.[engine] !== undefined ? ', and the page’s own, ended by the service worker' : '';
  if (outcome === 'none') return isTaken === '' ? 'nothing' : 'the page’s own, ended by the service worker';
  const isAgain = answers.some(({ pace }) => pace === 'in-pieces') && times === 1;
  const number = times === 1 ? (isAgain ? 'each of them' : 'one exchange') : `${times} exchanges`;
  const end = isConcluded?.[engine] === true ? ', whose end the browser doesn’t tell' : '';
  return `${number}${end}${isTaken}`;
}
