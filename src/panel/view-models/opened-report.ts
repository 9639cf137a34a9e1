import type { ObservedIn } from '../../model/exchange.ts';
import type { HarUnknown, LeftOut, ReportProblem } from '../../report/index.ts';
import { dateAndMinute } from '../language/clock.ts';
import { factsInLine, namesInText, sentencesInText } from '../language/formats.ts';
import { reportStrings as words } from '../report-strings.ts';
import { strings } from '../strings.ts';
import { inSentence } from './text.ts';

/** What is said of a report that is shown in the place of the page's requests. */
export interface ReportVM {
  /** The file's name, as the user's computer has it. */
  readonly file: string;
  /** Milliseconds since the epoch; null if the file names a day that no calendar has. */
  readonly madeAt: number | null;
  /** Null if it holds no request. */
  readonly browser: ObservedIn | null;
  /** How many of its requests are more than a panel holds. */
  readonly leftOut: number;
  /** Where it is none of ours: what the HAR has besides, and what it lacks. */
  readonly har: HarVM | null;
}

export interface HarVM {
  /** What wrote it, as it says itself; empty if it doesn’t. */
  readonly tool: string;
  /** Entries that aren’t among the requests. */
  readonly leftOut: readonly LeftOut[];
  /** What it doesn’t say of them. */
  readonly unknown: readonly HarUnknown[];
}

/** Why a file isn't shown: what is wrong with it, or that the browser couldn't read it. */
export type FileProblem = { readonly file: string } & (ReportProblem | { readonly kind: 'unreadable' });

/**
 * What it is that is shown, in a sentence or two.
 *
 * @param hasTab whether there is a page behind it, whose requests go on
 */
export function toReportText(report: ReportVM, hasTab: boolean): string {
  const opened = openedText(report);
  return hasTab ? sentencesInText([opened, words.stillRecorded]) : opened;
}

/** What of a HAR isn’t shown, by why; null if nothing. */
export function toLeftOutText({ leftOut }: HarVM): string | null {
  if (leftOut.length === 0) return null;
  const count = leftOut.reduce((sum, each) => sum + each.count, 0);
  const reasons = factsInLine(
    leftOut.map(({ reason, count: some }) => words.har.reasons[reason]({ count: some })),
  );
  return words.har.leftOut({ count, reasons });
}

/** What isn’t known of the requests of a HAR; null if all is. */
export function toUnknownText({ unknown }: HarVM): string | null {
  if (unknown.length === 0) return null;
  return words.har.unknown({ facts: namesInText(unknown.map(({ what }) => words.har.unknowns[what])) });
}

function openedText({ file: name, madeAt, browser, har }: ReportVM): string {
  const file = inSentence(name);
  if (har !== null)
    return har.tool === ''
      ? words.har.opened({ file })
      : words.har.openedOf({ file, tool: inSentence(har.tool) });
  if (madeAt === null) return words.opened({ file });
  const time = dateAndMinute(madeAt);
  return browser === null
    ? words.openedOf({ file, time })
    : words.openedOfBrowser({ file, time, browser: browserName(browser) });
}

/** Firefox 153 */
function browserName(browser: ObservedIn): string {
  const [major = ''] = browser.version.split('.');
  return `${strings.browsers.names[browser.engine]} ${inSentence(major)}`.trim();
}

export function toProblemText(problem: FileProblem): string {
  const file = inSentence(problem.file);
  switch (problem.kind) {
    case 'not-json':
    case 'not-a-report':
    case 'unreadable':
      return words.problems[problem.kind]({ file });
    case 'too-large':
      return words.problems['too-large']({ file, limit: problem.limit });
    case 'newer': {
      const { version, known } = problem;
      return words.problems.newer({ file, version: String(version), known: String(known) });
    }
    case 'damaged':
      return words.problems.damaged[problem.what]({ file, at: problem.at });
  }
}
