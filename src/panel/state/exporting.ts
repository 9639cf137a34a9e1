import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Exported, ExportProgress } from '../export-in-steps.ts';
import { createPace, type Later } from './pace.ts';

export const SCOPES = ['failing', 'selected', 'all'] as const;
export type ReportScope = (typeof SCOPES)[number];

/** What the user wants of a report. It holds for as long as the panel is open. */
export interface ExportChoices {
  /** Null until they choose: see `scopeOf`. */
  readonly scope: ReportScope | null;
  /** Also what else was recorded and found. */
  readonly isComplete: boolean;
  /** Hosts and paths are replaced. Never remembered: who the next report is for, nobody knows. */
  readonly hasAliases: boolean;
}

/** What becomes of it. */
export type ExportWork =
  | { readonly is: 'idle' }
  /** `progress` is null as long as nobody needs to be told; `before` is what was made last. */
  | {
      readonly is: 'working';
      readonly progress: ExportProgress | null;
      readonly before: Exported | null;
    }
  | { readonly is: 'done'; readonly exported: Exported }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed' };

/** Loads what is needed, and gives the work. */
export type MakeExport = () => Promise<Generator<ExportProgress, Exported>>;

/** The export of a report: what is wanted, and what is made of it while the user looks on. */
export interface Exporting {
  readonly isOpen: Signal<boolean>;
  /** The id of the format, as it is remembered: also of one that there isn’t any more. */
  readonly format: Signal<string>;
  readonly choices: Signal<ExportChoices>;
  readonly work: ReadonlySignal<ExportWork>;
  /** Makes it anew, in place of what is being made. */
  start(make: MakeExport): void;
  cancel(): void;
  /** Lets go of what was made: it may be large. */
  close(): void;
}

/** How often the user is told how far it is, in milliseconds: each time costs a drawing. */
const TOLD_EVERY_MS = 100;

export const NOT_CHOSEN: ExportChoices = { scope: null, isComplete: false, hasAliases: false };

/** @param format that of the last report */
export function createExporting(soon: Later, format: string): Exporting {
  const isOpen = signal(false);
  const work = signal<ExportWork>({ is: 'idle' });
  let steps: Generator<ExportProgress, Exported> | null = null;
  let progress: ExportProgress | null = null;
  let before: Exported | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  /** Grows with every start and cancel: what an earlier one was loading is nobody's any more. */
  let turn = 0;
  const pace = createPace(soon, step, tell);

  function step(): boolean {
    if (steps === null) return false;
    try {
      const next = steps.next();
      if (next.done !== true) {
        progress = next.value;
        return true;
      }
      end({ is: 'done', exported: next.value });
    } catch (error) {
      reportError(error);
      end({ is: 'failed' });
    }
    return false;
  }

  function end(result: ExportWork): void {
    turn += 1;
    steps = null;
    work.value = result;
  }

  function tell(): void {
    if (steps === null || performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    work.value = { is: 'working', progress, before };
  }

  return {
    isOpen,
    format: signal(format),
    choices: signal(NOT_CHOSEN),
    work,
    start: (make) => {
      const last = work.peek();
      if (last.is === 'done') before = last.exported;
      end({ is: 'working', progress: null, before });
      const mine = turn;
      progress = null;
      make().then(
        (made) => {
          if (mine !== turn) return;
          steps = made;
          toldAt = performance.now();
          pace.start();
        },
        (error: unknown) => {
          reportError(error);
          if (mine === turn) end({ is: 'failed' });
        },
      );
    },
    cancel: () => {
      if (work.peek().is === 'working') end({ is: 'cancelled' });
    },
    close: () => {
      before = null;
      end({ is: 'idle' });
      isOpen.value = false;
    },
  };
}

/**
 * Which requests are meant. One is always selected to be read; who selects several has something in mind.
 * @param counts how many there are of each
 */
export function scopeOf(
  chosen: ReportScope | null,
  counts: Readonly<Record<ReportScope, number>>,
): ReportScope {
  const wanted = chosen ?? (counts.selected > 1 ? 'selected' : 'failing');
  return [wanted, ...SCOPES].find((each) => counts[each] > 0) ?? wanted;
}
