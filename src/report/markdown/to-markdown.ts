import type { Exchange } from '../../model/exchange.ts';
import { type CauseGroup, groupByCause } from '../cause-groups.ts';
import type { Report } from '../report.ts';
import { adviceSection } from './advice.ts';
import { causeLine, causeSection } from './cause.ts';
import { browserName, bullets, counted } from './prose.ts';
import { inlineCode } from './quoting.ts';

/** GitHub takes 65,536 characters in an issue, Jira 32,767 in a description. */
const SECTIONS_LIMIT = 28_000;
const MAX_LINES = 20;

/**
 * The report as an issue for whoever runs the server: GitHub's, GitLab's or Jira's Markdown. It can be acted on without
 * the recording. Requests are grouped by cause; where there is too much, the causes of the fewest requests become lines.
 */
export function toMarkdown(report: Report): string {
  const { problems, warnings } = groupByCause(report);
  const { sections, rest } = fitSections(problems);
  return `${[
    ...summary(report, problems),
    ...sections,
    ...lines('## More causes', rest),
    ...lines('## Allowed, and wrong all the same', warnings),
    ...adviceSection(report.advice ?? []),
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

function fitSections(problems: readonly CauseGroup[]): {
  readonly sections: readonly string[];
  readonly rest: readonly CauseGroup[];
} {
  const sections: string[] = [];
  let length = 0;
  for (const group of problems) {
    const section = causeSection(group, sections.length + 1);
    // The first is always whole: without it there is no report.
    if (sections.length > 0 && length + section.length > SECTIONS_LIMIT) break;
    sections.push(section);
    length += section.length;
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
