import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { ReportProblem } from '../../report/index.ts';
import type { History } from '../../rules/history.ts';
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
}

/** What was read of a file. */
export type ReadReport =
  | {
      readonly ok: true;
      readonly about: Omit<ReportVM, 'file' | 'leftOut'>;
      /** Oldest first. */
      readonly exchanges: readonly Exchange[];
      /** What each was diagnosed with where it was recorded; null where the file doesn't say. */
      readonly historyOf: ((exchange: Exchange) => History) | null;
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
  close(): void;
  dismiss(): void;
}

export interface ReportsContext {
  /** Reads a report's text; null stands for one that is too large. */
  readonly parse: (text: string | null) => Promise<ReadReport>;
  /** An empty state that hears from no background. */
  readonly createState: (historyOf: ((exchange: Exchange) => History) | null) => PanelState;
  /** Resolves when what was changed is on the screen: reading takes all of the time for itself. */
  readonly drawn: () => Promise<void>;
}

export function createReports({ parse, createState, drawn }: ReportsContext): Reports {
  const opened = signal<OpenedReport | null>(null);
  const opening = signal<string | null>(null);
  const problem = signal<FileProblem | null>(null);
  /** The file that was given last wins, however long another takes. */
  let last: GivenFile | null = null;

  async function read({ name: file, text }: GivenFile): Promise<OpenedReport | FileProblem> {
    const content = await text().catch(() => undefined);
    if (content === undefined) return { file, kind: 'unreadable' };
    await drawn();
    const parsed = await parse(content);
    if (!parsed.ok) return { file, ...parsed.problem };
    const { exchanges, about, historyOf } = parsed;
    const state = createState(historyOf);
    state.show(exchanges);
    const leftOut = new Set(exchanges.map(({ id }) => id)).size - state.exchanges.peek().length;
    return { about: { ...about, file, leftOut }, state };
  }

  return {
    opened,
    opening,
    problem,
    async open(file) {
      last = file;
      opening.value = file.name;
      const result = await read(file);
      if (last !== file) return;
      batch(() => {
        opening.value = null;
        const isShown = 'state' in result;
        if (isShown) opened.value = result;
        problem.value = isShown ? null : result;
      });
    },
    close() {
      last = null;
      opening.value = null;
      opened.value = null;
    },
    dismiss() {
      problem.value = null;
    },
  };
}
