import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { Comparison, GivenHistory, Report, ReportProblem } from '../../report/index.ts';
import type { Side } from '../view-models/compared.ts';
import type { FileProblem, ReportVM } from '../view-models/opened-report.ts';
import type { PanelState } from './panel-state.ts';

/** A file that the user gave us. */
export interface GivenFile {
  readonly name: string;
  /** Its text; null if it is too large to be a report. Rejects if the browser can't read it. */
  text(): Promise<string | null>;
}

/** A report in the place of the page's requests, with a state of its own: what the page does goes on behind it. */
export interface OpenedReport {
  readonly about: ReportVM;
  readonly state: PanelState;
  readonly report: Report | null;
  /** Its own among all that were opened. */
  readonly key: number;
}

/** One of two that are compared: a report, or the page's recording (`about` is null). */
export type Compared = OpenedReport | Recording;

/** What the page does, in the place of a report. */
export interface Recording {
  readonly about: null;
  readonly state: PanelState;
  readonly report: null;
}

export interface ComparedReports extends Readonly<Record<Side, Compared>> {
  readonly comparison: Comparison;
}

/** What was read of a file. */
export type ReadReport =
  | {
      readonly ok: true;
      readonly about: Omit<ReportVM, 'file' | 'leftOut'>;
      /** Oldest first. */
      readonly exchanges: readonly Exchange[];
      /** What its diagnoses hang on besides; null where the file doesn't say. */
      readonly given: GivenHistory | null;
      /** Where it is one of ours. */
      readonly report: Report | null;
    }
  | { readonly ok: false; readonly problem: ReportProblem };

export interface Reports {
  /** Null while the page's own requests are shown. */
  readonly opened: ReadonlySignal<OpenedReport | null>;
  /** The name of the file that is being read; null while none is. */
  readonly opening: ReadonlySignal<string | null>;
  /** Why the last file isn't shown, until it is dismissed or another is. */
  readonly problem: ReadonlySignal<FileProblem | null>;
  /** Shows the report in place of what is shown, or says what is wrong with it. Never rejects. */
  open(file: GivenFile): Promise<void>;
  /** Two that are compared; null while none are. */
  readonly compared: ReadonlySignal<ComparedReports | null>;
  /** Compares what is shown with the report in that file. Never rejects. */
  compare(file: GivenFile): Promise<void>;
  stopComparing(): void;
  /** Shows one of the two that are compared. */
  look(side: Side): void;
  close(): void;
  dismiss(): void;
}

export interface ReportsContext {
  /** What the page does. */
  readonly recording: PanelState;
  /** Both oldest first; those of the recording have no report. */
  readonly compareReports: (
    before: Pick<Compared, 'report'> & { readonly exchanges: readonly Exchange[] },
    after: Pick<Compared, 'report'> & { readonly exchanges: readonly Exchange[] },
  ) => Promise<Comparison>;
  /** Reads a report's text; null stands for one that is too large. */
  readonly parse: (text: string | null) => Promise<ReadReport>;
  /** An empty state that hears from no background. */
  readonly createState: (given: GivenHistory | null) => PanelState;
  /** Resolves when what was changed is on the screen: reading takes all of the time for itself. */
  readonly drawn: () => Promise<void>;
}

export function createReports(context: ReportsContext): Reports {
  const { recording, parse, createState, compareReports, drawn } = context;
  const opened = signal<OpenedReport | null>(null);
  const compared = signal<ComparedReports | null>(null);
  const opening = signal<string | null>(null);
  const problem = signal<FileProblem | null>(null);
  /** The file that was given last wins, however long another takes. */
  let count = 0;
  let last: GivenFile | null = null;

  async function read({ name: file, text }: GivenFile): Promise<OpenedReport | FileProblem> {
    const content = await text().catch(() => undefined);
    if (content === undefined) return { file, kind: 'unreadable' };
    await drawn();
    const parsed = await parse(content);
    if (!parsed.ok) return { file, ...parsed.problem };
    const { exchanges, about, given, report } = parsed;
    const state = createState(given);
    state.show(exchanges);
    const leftOut = new Set(exchanges.map(({ id }) => id)).size - state.exchanges.peek().length;
    count += 1;
    return { about: { ...about, file, leftOut }, state, report, key: count };
  }

  function look(side: Side): void {
    const wanted = compared.peek()?.[side];
    if (wanted === undefined) return;
    opened.value = wanted.about === null ? null : wanted;
  }

  /** Reads it, and gives it to `use` unless another file was given meanwhile. */
  async function give(file: GivenFile, use: (report: OpenedReport) => Promise<void> | void): Promise<void> {
    last = file;
    opening.value = file.name;
    const result = await read(file);
    if (last !== file) return;
    if ('state' in result) await use(result);
    batch(() => {
      opening.value = null;
      problem.value = 'state' in result ? null : result;
    });
  }

  function forget(): void {
    last = null;
    opening.value = null;
    compared.value = null;
    opened.value = null;
  }

  return {
    opened,
    compared,
    opening,
    problem,
    open: (file) =>
      give(file, (report) =>
        batch(() => {
          compared.value = null;
          opened.value = report;
        }),
      ),
    compare: (file) =>
      give(file, async (other) => {
        const shown: Compared = opened.peek() ?? { about: null, state: recording, report: null };
        const [before, after] = newestOf(shown) < newestOf(other) ? [shown, other] : [other, shown];
        const comparison = await compareReports(withExchanges(before), withExchanges(after));
        batch(() => {
          compared.value = { before, after, comparison };
          look('after');
          after.state.view.value = 'compared';
        });
      }),
    stopComparing() {
      const { before, after } = compared.peek() ?? {};
      for (const side of [before, after]) {
        if (side?.state.view.peek() === 'compared') side.state.view.value = 'exchange';
      }
      compared.value = null;
    },
    look,
    close: () => batch(forget),
    dismiss() {
      problem.value = null;
    },
  };
}

function withExchanges({ report, state }: Compared) {
  return { report, exchanges: state.exchanges.peek() };
}

/** When its newest request began; the page's own go on, and are newer than any file. */
function newestOf({ about, state }: Compared): number {
  if (about === null) return Number.POSITIVE_INFINITY;
  return state.exchanges.peek().at(-1)?.startedAt ?? Number.NEGATIVE_INFINITY;
}
