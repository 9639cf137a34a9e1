import type { PanelRow } from '../browsers/panel-window.ts';
import type { RunnableScenario } from './scenario.ts';

/** Characters of the widest cell of what script saw. */
const LONGEST_SCRIPT_CELL = 42;

/** What the page saw of one scenario. */
export interface ScenarioRun {
  readonly scenario: RunnableScenario;
  readonly outcome: 'resolves' | 'rejects';
  readonly detail: string;
  /** The URL that was requested, with its `run` parameter. */
  readonly url: string;
}

export interface VerdictLine {
  readonly request: string;
  /** What script saw; empty if that isn't known. */
  readonly script: string;
  readonly verdict: string;
  readonly headline: string;
  /** The panel says the opposite of what the browser did, or nothing at all. */
  readonly wrong: boolean;
}

/**
 * Joins what the page saw with what the panel says. The last row of a URL counts: a scenario may request it twice.
 * `unseen` are the ids of scenarios that the browser hides from extensions: they need no row.
 */
export function joinVerdicts(
  runs: readonly ScenarioRun[],
  rows: readonly PanelRow[],
  unseen: ReadonlySet<string>,
): readonly VerdictLine[] {
  return runs.map(({ scenario, outcome, detail, url }) => {
    const request = scenario.id;
    const script = `${outcome === 'resolves' ? '✔' : '✖'} ${detail}`;
    const row = rows.findLast((candidate) => isSameRun(candidate.url, url));
    if (row !== undefined) {
      const wrong = !agrees(row.verdict, outcome);
      return { request, script, verdict: row.verdict, headline: row.headline, wrong };
    }
    if (unseen.has(scenario.id)) {
      const headline = 'This browser shows an extension nothing of this request.';
      return { request, script, verdict: '–', headline, wrong: false };
    }
    return { request, script, verdict: '–', headline: 'Not recorded.', wrong: true };
  });
}

/** The lines of a page that isn't the demo: what its scripts saw is not known. */
export function describeRows(rows: readonly PanelRow[]): readonly VerdictLine[] {
  return rows.map(({ method, url, verdict, headline }) => ({
    request: `${method} ${url}`,
    script: '',
    verdict,
    headline,
    wrong: false,
  }));
}

/** A plain-text table; a `!` in front of a line marks a wrong verdict. */
export function formatTable(lines: readonly VerdictLine[]): string {
  const table = [
    ['', 'Request', 'Script saw', 'Verdict', 'Cause'],
    ...lines.map(({ request, script, verdict, headline, wrong }) => [
      wrong ? '!' : ' ',
      request,
      shorten(script),
      verdict,
      headline,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  return table
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** An error text may name a whole URL; the table needs only its beginning. */
function shorten(text: string): string {
  return text.length <= LONGEST_SCRIPT_CELL ? text : `${text.slice(0, LONGEST_SCRIPT_CELL - 1)}…`;
}

/** Whether two URLs belong to the same run of a scenario; redirects keep the `run` parameter. */
function isSameRun(a: string, b: string): boolean {
  const [runOfA, runOfB] = [a, b].map((url) => /[?&]run=(\d+)/.exec(url)?.[1]);
  return runOfA !== undefined && runOfA === runOfB;
}

function agrees(verdict: string, outcome: ScenarioRun['outcome']): boolean {
  const says = outcome === 'resolves' ? ['allowed', 'opaque'] : ['blocked', 'failed'];
  return says.includes(verdict);
}
