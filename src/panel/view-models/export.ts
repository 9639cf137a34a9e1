import type { FormatId } from '../../report/index.ts';
import type { Exported } from '../export-in-steps.ts';
import { exportStrings as words } from '../export-strings.ts';
import { quantity } from '../language/formats.ts';
import {
  type ExportChoices,
  type ExportWork,
  type ReportScope,
  SCOPES,
  scopeOf,
} from '../state/exporting.ts';

export type { Exported, FormatId, ReportScope };

/** Every format that is offered, in this order. */
export const EXPORT_FORMATS = [
  'markdown',
  'html',
  'chat',
  'json',
  'har',
  'playwright',
  'pytest',
] as const satisfies readonly FormatId[];

/** Those that say more if they are asked for all. */
const HAVE_LENGTHS: ReadonlySet<FormatId> = new Set(['markdown', 'html']);

/** One of a group of which one is chosen. */
export interface ChoiceVM<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** What it is for; empty if that goes without saying. */
  readonly why: string;
  readonly isChosen: boolean;
  readonly isPossible: boolean;
}

export interface OptionVM {
  readonly isOn: boolean;
  readonly isPossible: boolean;
  readonly why: string;
}

/** The dialog in which a report is exported. */
export interface ExportVM {
  readonly scopes: readonly ChoiceVM<ReportScope>[];
  readonly formats: readonly ChoiceVM<FormatId>[];
  readonly complete: OptionVM;
  readonly aliases: OptionVM;
  readonly progress: ProgressVM | null;
  readonly preview: PreviewVM | null;
  /** What became of it where there is no text to show. */
  readonly problem: 'cancelled' | 'failed' | 'nothing' | null;
}

export interface ProgressVM {
  readonly label: string;
  /** 0 to 1; null where nobody can know. */
  readonly part: number | null;
}

/** The text as it will leave, or its beginning. */
export interface PreviewVM {
  readonly exported: Exported;
  /** Another is about to take its place: it can’t be handed over any more. */
  readonly isOld: boolean;
  readonly fileName: string;
  /** Such as `3.2 kB`. */
  readonly size: string;
  readonly requests: string;
  readonly warnings: WarningsVM | null;
  readonly aliases: AliasesVM | null;
}

/** What still looks like a secret. */
export interface WarningsVM {
  readonly title: string;
  readonly lines: readonly WarningVM[];
}

export interface WarningVM {
  readonly key: string;
  readonly what: string;
  /** Its beginning and its length. */
  readonly excerpt: string;
  /** The field that has it, such as `response.headers.X-Key`. */
  readonly field: string;
}

/** What was replaced. */
export interface AliasesVM {
  readonly title: string;
  readonly lines: readonly { readonly from: string; readonly to: string }[];
}

/** The format that is meant by a name that may be of another version. */
export function formatOf(name: string): FormatId {
  return EXPORT_FORMATS.find((each) => each === name) ?? 'markdown';
}

/** @param counts how many requests there are of each scope */
export function toExport(
  { scope, isComplete, hasAliases }: ExportChoices,
  format: string,
  counts: Readonly<Record<ReportScope, number>>,
  work: ExportWork,
): ExportVM {
  const chosen = scopeOf(scope, counts);
  const id = formatOf(format);
  const hasLengths = HAVE_LENGTHS.has(id);
  return {
    scopes: SCOPES.map((each) => ({
      id: each,
      label: words.scopes[each]({ count: counts[each] }),
      why: '',
      isChosen: each === chosen,
      isPossible: counts[each] > 0,
    })),
    formats: EXPORT_FORMATS.map((each) => ({
      id: each,
      label: words.formats[each].name,
      why: words.formats[each].why,
      isChosen: each === id,
      isPossible: true,
    })),
    complete: {
      isOn: isComplete && hasLengths,
      isPossible: hasLengths,
      why: hasLengths ? words.completeWhy : words.oneLength,
    },
    aliases: { isOn: hasAliases, isPossible: true, why: words.aliasesWhy },
    progress: work.is === 'working' ? toProgress(work) : null,
    preview: previewOf(work),
    problem: problemOf(work, counts[chosen]),
  };
}

function problemOf({ is }: ExportWork, count: number): ExportVM['problem'] {
  if (count === 0) return 'nothing';
  return is === 'cancelled' || is === 'failed' ? is : null;
}

/** Most are made before anybody could read that they are: until then, what was there stays. */
function toProgress({ progress, before }: Extract<ExportWork, { is: 'working' }>): ProgressVM | null {
  if (progress === null) return before === null ? { label: words.progress.loading, part: null } : null;
  const { stage, done, total } = progress;
  return {
    label:
      stage === 'explaining' || stage === 'replacing'
        ? words.progress[stage]({ done: quantity(done), total: quantity(total ?? done) })
        : words.progress[stage],
    part: total === null || total === 0 ? null : done / total,
  };
}

function previewOf(work: ExportWork): PreviewVM | null {
  if (work.is === 'done') return toPreview(work.exported, false);
  if (work.is !== 'working' || work.progress !== null || work.before === null) return null;
  return toPreview(work.before, true);
}

function toPreview(exported: Exported, isOld: boolean): PreviewVM {
  return {
    exported,
    isOld,
    fileName: exported.fileName,
    size: sizeOf(exported.bytes),
    requests: words.requests({ count: exported.requests }),
    warnings: toWarnings(exported),
    aliases: toAliases(exported),
  };
}

/** The same in several requests is one line. */
function toWarnings({ warnings }: Exported): WarningsVM | null {
  const lines = new Map<string, WarningVM>();
  for (const { what, excerpt, at } of warnings) {
    const field = at.replace(/^(?:exchanges|context)\.\d+\.(?:hops\.\d+\.)?/, '');
    const key = JSON.stringify([what, excerpt, field]);
    lines.set(key, { key, what: words.secrets[what], excerpt, field });
  }
  if (lines.size === 0) return null;
  return { title: words.warnings({ count: lines.size }), lines: [...lines.values()] };
}

function toAliases({ aliases }: Exported): AliasesVM | null {
  if (aliases.length === 0) return null;
  return { title: words.replaced({ count: aliases.length }), lines: aliases };
}

/** As file managers say it, never as nothing. */
function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1_000;
  return kilobytes < 999.5
    ? words.size({ size: quantity(rounded(kilobytes)) })
    : words.sizeLarge({ size: quantity(rounded(kilobytes / 1_000)) });
}

function rounded(number: number): number {
  return number < 10 ? Math.max(0.1, Math.round(number * 10) / 10) : Math.round(number);
}

/**
 * The first characters of a text in parts, and how many more there are.
 *
 * @param limit UTF-16 units
 */
export function beginningOf(
  parts: readonly string[],
  limit: number,
): { readonly text: string; readonly rest: number } {
  let text = '';
  let length = 0;
  for (const part of parts) {
    length += part.length;
    if (text.length < limit) text += part.slice(0, limit - text.length);
  }
  // Half a surrogate pair is no character.
  if (text.length < length) text = text.replace(/[\ud800-\udbff]$/, '');
  return { text, rest: length - text.length };
}
