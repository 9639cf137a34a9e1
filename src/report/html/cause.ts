import { type CauseGroup, type DiagnosedExchange, hopOf } from '../cause-groups.ts';
import type { AnswererSummary, ConfigurationSummary, DiagnosisSummary, FindingSummary } from '../report.ts';
import type { WriteOptions } from '../report-format.ts';
import { toUtcTime } from '../utc-time.ts';
import { counted, formatCount } from '../visible-text.ts';
import { browsers } from './browsers.ts';
import { whatToChange } from './change.ts';
import { configurationSection } from './configuration.ts';
import { element, fragment, type Html } from './element.ts';
import { evidence } from './evidence.ts';
import { code, fold, hasWords, list, paragraph, proseToHtml, requestLine } from './prose.ts';
import { openQuestion } from './question.ts';
import { reproduction } from './reproduction.ts';
import { toSequence } from './sequence.ts';
import { sequenceDiagram } from './sequence-diagram.ts';

const MAX_AFFECTED: Readonly<Record<WriteOptions['length'], number>> = { short: 20, complete: 200 };
/** More of them are folded away. */
const MAX_AFFECTED_IN_SIGHT = 5;
const MAX_OTHER_FINDINGS = 5;
const MAX_EVIDENCE = 5;

/** The section about one cause: what is wrong, what happened, what to change, how to see that it is done. */
export function causeSection(
  { members, cause }: CauseGroup,
  number: number,
  configuration: ConfigurationSummary | null,
  length: WriteOptions['length'],
): Html {
  const [first] = members;
  const { exchange, diagnosis } = first;
  const { index, hop } = hopOf(exchange, cause);
  const opinions = browsers(diagnosis);
  const count = members.length === 1 ? '' : `${formatCount(members.length)} times, such as `;
  return element(
    'article',
    { id: `cause-${number}` },
    element('h2', {}, `${number}. `, titleOf(diagnosis, cause)),
    element('p', { class: 'request' }, count, requestLine(hop.method, hop.url)),
    words(diagnosis, cause),
    element('h3', {}, 'What happened'),
    element('p', { class: 'note' }, when(members), ...credentials(diagnosis)),
    sequenceDiagram(toSequence(exchange, diagnosis, cause)),
    fold('The messages, as the browser recorded them', evidence(exchange, index, hop)),
    whatToChange(exchange, diagnosis),
    configuration && configurationSection(configuration),
    nextFailures(diagnosis, cause),
    openQuestion(first),
    element('h3', {}, 'How to reproduce'),
    fold('With curl, and the answer to expect', reproduction(exchange, index, hop, diagnosis.fix)),
    element('h3', {}, `Affected: ${counted(members.length, 'request')}`),
    affected(members, MAX_AFFECTED[length]),
    goodToKnow(diagnosis),
    opinions && fragment(element('h3', {}, 'What browsers say'), opinions),
  );
}

/** One line about a cause, for where there is no room for its section. */
export function causeLine({ members, cause }: CauseGroup): Html {
  const [{ exchange, diagnosis }] = members;
  const { hop } = hopOf(exchange, cause);
  const count = members.length === 1 ? '' : `${counted(members.length, 'request')}, such as `;
  return fragment(
    proseToHtml(cause?.headline ?? diagnosis.headline),
    ` (${count}`,
    requestLine(hop.method, hop.url),
    ')',
  );
}

/** A few words for a heading or a table's cell. */
export function titleOf(diagnosis: DiagnosisSummary, cause: FindingSummary | null): Html {
  return proseToHtml(cause?.title ?? diagnosis.headline);
}

function words(diagnosis: DiagnosisSummary, cause: FindingSummary | null): Html {
  if (cause === null) return element('p', { class: 'lead' }, proseToHtml(diagnosis.headline));
  const { headline, explanation, confidence, evidence: grounds = [] } = cause;
  return fragment(
    element('p', { class: 'lead' }, proseToHtml(headline)),
    hasWords(explanation) ? paragraph(proseToHtml(explanation)) : null,
    element('p', { class: 'note' }, `How sure: ${confidence}. `, proseToHtml(grounds)),
    answerer(diagnosis.answeredBy),
  );
}

function answerer(answeredBy: AnswererSummary | undefined): Html | null {
  if (answeredBy === undefined) return null;
  const lines = answeredBy.evidence.slice(0, MAX_EVIDENCE);
  return element(
    'p',
    { class: 'note' },
    'Who answered: ',
    proseToHtml(answeredBy.statement),
    lines.length === 0 ? '' : ' (',
    ...lines.flatMap(([name, value], index) => [index === 0 ? '' : ', ', code(`${name}: ${value}`)]),
    lines.length === 0 ? '' : ')',
  );
}

function when(members: readonly DiagnosedExchange[]): string {
  const times = members.map(({ exchange }) => exchange.startedAt);
  const first = toUtcTime(times.reduce((a, b) => Math.min(a, b)));
  const last = toUtcTime(times.reduce((a, b) => Math.max(a, b)));
  return first === last ? `At ${first}.` : `From ${first} to ${last}. This is one of them.`;
}

function credentials(diagnosis: DiagnosisSummary) {
  return diagnosis.credentials === 'include'
    ? [' The page sends this request with credentials (credentials mode ', code('include'), ').']
    : [];
}

/** What would fail once the cause is repaired. */
function nextFailures({ findings, fix }: DiagnosisSummary, cause: FindingSummary | null): Html | null {
  const next = findings.filter(({ rule }) => rule !== cause?.rule);
  if (next.length === 0) return null;
  return fragment(
    element('h3', {}, 'After that'),
    paragraph('The next checks will fail, too:'),
    headlines(next),
    fix.proven ? paragraph('The change above fixes all of this as well.') : null,
  );
}

function goodToKnow({ notes = [] }: DiagnosisSummary): Html | null {
  return notes.length === 0 ? null : fragment(element('h3', {}, 'Good to know'), headlines(notes));
}

function headlines(findings: readonly FindingSummary[]): Html {
  return list(
    findings.map(({ headline }) => proseToHtml(headline)),
    MAX_OTHER_FINDINGS,
  );
}

function affected(members: readonly DiagnosedExchange[], limit: number): Html {
  const requests = new Map<string, { method: string; url: string; count: number }>();
  for (const { exchange } of members) {
    const { method, url } = exchange.hops[0];
    const key = `${method} ${url}`;
    const known = requests.get(key);
    if (known === undefined) requests.set(key, { method, url, count: 1 });
    else known.count += 1;
  }
  const lines = list(
    [...requests.values()].map(({ method, url, count }) =>
      fragment(requestLine(method, url), count === 1 ? '' : `, ${formatCount(count)} times`),
    ),
    limit,
  );
  return requests.size <= MAX_AFFECTED_IN_SIGHT
    ? lines
    : fold(counted(requests.size, 'different request'), lines);
}
