import { type CauseGroup, configurationOf, groupByCause } from '../cause-groups.ts';
import type { AdviceSummary, ConfigurationSummary, Report } from '../report.ts';
import type { WriteOptions } from '../report-format.ts';
import { counted, formatCount } from '../visible-text.ts';
import { causeLine, causeSection, titleOf } from './cause.ts';
import { closing, opening } from './document.ts';
import { element, fragment, type Html } from './element.ts';
import { exchangeDetails } from './exchange.ts';
import { browserName, code, list, paragraph, proseToHtml } from './prose.ts';

/** More sections are not read; the rest become lines. */
const MAX_SECTIONS: Readonly<Record<WriteOptions['length'], number>> = { short: 50, complete: 200 };
/** More make a file that browsers are slow to open. */
const MAX_EXCHANGES = 2_000;
const MAX_LINES = 100;

/**
 * The report as one file for whoever runs the server, in parts: the head, a part for each cause and, in a complete one, for
 * each request, and the end. It needs nothing besides, runs nothing and asks for nothing.
 */
export function* toHtml(report: Report, { length }: WriteOptions): Generator<string> {
  const { problems, warnings } = yield* groupByCause(report);
  const sections = problems.slice(0, MAX_SECTIONS[length]);
  const title = titleText(problems);
  yield `${opening(title)}`;
  yield `${summary(report, problems, sections.length, title)}`;
  const written = new Set<ConfigurationSummary>();
  for (const [index, group] of sections.entries()) {
    const found = configurationOf(group, report.configurations ?? []);
    const configuration = found === null || written.has(found) ? null : found;
    if (configuration !== null) written.add(configuration);
    yield `${causeSection(group, index + 1, configuration, length)}`;
  }
  yield `${fragment(
    section('More causes', problems.slice(sections.length).map(causeLine)),
    section('Allowed, and wrong all the same', warnings.map(causeLine)),
    section('Advice', (report.advice ?? []).flatMap(adviceLine)),
  )}`;
  if (length === 'complete') yield* allExchanges(report);
  yield `${environment(report)}`;
  yield `${closing}`;
}

function titleText(problems: readonly CauseGroup[]): string {
  const failing = problems.reduce((sum, { members }) => sum + members.length, 0);
  if (failing === 0) return 'CORS report: nothing fails';
  return `CORS report: ${counted(failing, 'request fails', 'requests fail')} for ${counted(problems.length, 'cause')}`;
}

function summary(
  { browser, exchanges }: Report,
  problems: readonly CauseGroup[],
  sections: number,
  title: string,
): Html {
  const origins = [...new Set(exchanges.map(({ initiator }) => initiator))];
  const pending = exchanges.filter(({ outcome }) => outcome.state === 'pending').length;
  return element(
    'header',
    {},
    element('h1', {}, title),
    paragraph(
      `Recorded${browser === null ? '' : ` in ${browserName(browser)}`}: ${counted(exchanges.length, 'cross-origin request')}`,
      origins.length === 0 ? '' : ' from ',
      ...origins.slice(0, 3).flatMap((origin, index) => [index === 0 ? '' : ', ', code(origin)]),
      origins.length > 3 ? ` and ${origins.length - 3} more` : '',
      '.',
      pending === 0 ? '' : ` ${counted(pending, 'request')} had not ended yet.`,
    ),
    problems.length < 2 ? null : contents(problems, sections),
  );
}

function contents(problems: readonly CauseGroup[], sections: number): Html {
  return element(
    'nav',
    { 'aria-label': 'Causes' },
    element(
      'ol',
      {},
      ...problems
        .slice(0, sections)
        .map(({ members, cause }, index) =>
          element(
            'li',
            {},
            element('a', { href: `#cause-${index + 1}` }, titleOf(members[0].diagnosis, cause)),
            ` · ${counted(members.length, 'request')}`,
          ),
        ),
    ),
    problems.length > sections
      ? paragraph(
          `${counted(problems.length - sections, 'more cause')}, of fewer requests, without a section.`,
        )
      : null,
  );
}

function section(heading: string, lines: readonly Html[]): Html | null {
  if (lines.length === 0) return null;
  return element('section', {}, element('h2', {}, heading), list(lines, MAX_LINES));
}

const SEVERITIES = { high: 'High', medium: 'Medium', low: 'Low' } as const;

/** The headline names the server. What needn't change isn't worth a line. */
function adviceLine({ severity, exchanges, headline, actions }: AdviceSummary): readonly Html[] {
  if (severity === 'info') return [];
  return [
    fragment(
      element('strong', {}, SEVERITIES[severity]),
      `, in ${counted(exchanges.length, 'request')}: `,
      proseToHtml(headline),
      ...actions.slice(0, 1).flatMap((action) => [' ', proseToHtml(action)]),
    ),
  ];
}

function* allExchanges({ exchanges, diagnoses }: Report): Generator<string> {
  const diagnosisOf = new Map(diagnoses.map((each) => [each.exchange, each]));
  const more = exchanges.length - MAX_EXCHANGES;
  yield `${element('h2', {}, `All requests: ${formatCount(exchanges.length)}`)}`;
  for (const exchange of exchanges.slice(0, MAX_EXCHANGES)) {
    const diagnosis = diagnosisOf.get(exchange.id);
    if (diagnosis !== undefined) yield `${exchangeDetails({ exchange, diagnosis })}`;
  }
  if (more > 0) {
    yield `${paragraph(`${counted(more, 'more request')} left out here, the newest. A report in JSON has all of them.`)}`;
  }
}

function environment({ browser, page, createdAt, extensionVersion }: Report): Html {
  return element(
    'footer',
    {},
    element('h2', {}, 'Environment'),
    list(
      [
        ...(browser === null ? [] : [`Browser: ${browserName(browser)}`]),
        ...(page === null ? [] : [fragment('Page: ', code(page))]),
        fragment('Reported: ', code(createdAt), ' by CORS Lens ', code(extensionVersion)),
        'Secrets (cookies, credentials, keys, tokens) were replaced by markers before anything was recorded.',
      ],
      10,
    ),
  );
}
