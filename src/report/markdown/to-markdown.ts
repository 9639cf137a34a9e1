import type { Exchange } from '../../model/exchange.ts';
import { type CauseGroup, configurationOf, groupByCause } from '../cause-groups.ts';
import type { ConfigurationSummary, Report } from '../report.ts';
import type { WriteOptions } from '../report-format.ts';
import { counted } from '../visible-text.ts';
import { adviceSection } from './advice.ts';
import { causeLine, causeSection } from './cause.ts';
import { configurationReference, configurationSection } from './configuration.ts';
import { browserName, bullets } from './prose.ts';
import { inlineCode } from './quoting.ts';

/** Jira takes 32,767 characters in a description, GitHub 65,536 in an issue. */
const SECTIONS_LIMIT: Readonly<Record<WriteOptions['length'], number>> = { short: 28_000, complete: 60_000 };
const MAX_LINES = 20;

/**
 * The report as an issue for whoever runs the server: GitHub's, GitLab's or Jira's Markdown. It can be acted on without
 * the recording. Requests are grouped by cause; where there is too much, the causes of the fewest requests become lines.
 *
 * @param length `short` has for each cause what is wrong, what to change and how to try it; `complete` all that was found
 */
export function toMarkdown(report: Report, length: WriteOptions['length'] = 'short'): string {
  return [...markdownParts(report, length)].join('');
}

/** The same text in parts. */
export function* markdownParts(report: Report, length: WriteOptions['length']): Generator<string, void> {
  const { problems, warnings } = yield* groupByCause(report);
  const { sections, rest } = fitSections(problems, report, length);
  const isComplete = length === 'complete';
  yield `${[
    ...summary(report, problems),
    ...sections,
    ...lines('## More causes', rest),
    ...(isComplete ? lines('## Allowed, and wrong all the same', warnings) : []),
    ...(isComplete ? adviceSection(report.advice ?? []) : []),
    ...environment(report),
  ].join('\n\n')}\n`;
}

function summary({ browser, exchanges }: Report, problems: readonly CauseGroup[]): readonly string[] {
  const failing = problems.reduce((sum, { members }) => sum + members.length, 0);
  const title =
    failing === 0
      ? '# CORS report: nothing fails'
      : `# CORS report: ${counted(failing, 'request fails', 'requests fail')} for ${counted(problems.length, 'cause')}`;
  const from = origins(exchanges);
  const seen = browser === null ? '' : ` in ${browserName(browser)}`;
  const pages = from.length === 0 ? '' : ` from ${listed(from, 3)}`;
  const pending = exchanges.filter(({ outcome }) => outcome.state === 'pending').length;
  const unfinished = pending === 0 ? '' : ` ${counted(pending, 'request')} had not ended yet.`;
  return [
    title,
    `Recorded${seen}: ${counted(exchanges.length, 'cross-origin request')}${pages}.${unfinished}`,
  ];
}

function origins(exchanges: readonly Exchange[]): readonly string[] {
  return [...new Set(exchanges.map(({ initiator }) => initiator))];
}

function listed(values: readonly string[], limit: number): string {
  const shown = values.slice(0, limit).map((value) => inlineCode(value));
  const more = values.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function fitSections(
  problems: readonly CauseGroup[],
  { configurations = [] }: Report,
  detail: WriteOptions['length'],
): {
  readonly sections: readonly string[];
  readonly rest: readonly CauseGroup[];
} {
  const sections: string[] = [];
  /** In which section each configuration stands. */
  const written = new Map<ConfigurationSummary, number>();
  let length = 0;
  for (const group of problems) {
    const number = sections.length + 1;
    const configuration = configurationOf(group, configurations);
    const before = configuration === null ? undefined : written.get(configuration);
    const section = causeSection(group, number, {
      detail,
      configuration:
        configuration === null
          ? []
          : before === undefined
            ? configurationSection(configuration)
            : [configurationReference(configuration, before)],
    });
    // The first is always whole: without it there is no report.
    if (sections.length > 0 && length + section.length > SECTIONS_LIMIT[detail]) break;
    sections.push(section);
    length += section.length;
    if (configuration !== null && before === undefined) written.set(configuration, number);
  }
  return { sections, rest: problems.slice(sections.length) };
}

function lines(heading: string, groups: readonly CauseGroup[]): readonly string[] {
  return groups.length === 0 ? [] : [heading, bullets(groups.map(causeLine), MAX_LINES)];
}

function environment({ browser, page, createdAt, extensionVersion }: Report): readonly string[] {
  return [
    '## Environment',
    bullets(
      [
        ...(browser === null ? [] : [`Browser: ${browserName(browser)}`]),
        ...(page === null ? [] : [`Page: ${inlineCode(page)}`]),
        `Reported: ${inlineCode(createdAt)} by CORS Lens ${inlineCode(extensionVersion)}`,
        'Secrets (cookies, credentials, keys, tokens) were replaced by markers before anything was recorded.',
      ],
      Number.POSITIVE_INFINITY,
    ),
  ];
}
