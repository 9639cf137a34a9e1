import type { ComparedRequest, Comparison, RequestState } from '../../report/index.ts';
import { compareStrings as words } from '../compare-strings.ts';
import { factsInLine } from '../language/formats.ts';
import { targetLabel } from './row.ts';
import { inSentence, toText } from './text.ts';

export const COMPARED_KINDS = ['fixed', 'stillFailing', 'changedCause', 'new', 'notSeenAgain'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** Which of the two reports. */
export type Side = 'before' | 'after';

/** What became of the requests of one report in another. */
export interface ComparedVM {
  /** In one sentence. */
  readonly headline: string;
  /** What stands against what. */
  readonly sides: readonly string[];
  /** What to know before it is believed; empty if nothing. */
  readonly caveat: string;
  /** Those that hold anything. */
  readonly sections: readonly ComparedSectionVM[];
}

export interface ComparedSectionVM {
  readonly key: ComparedKind;
  readonly heading: string;
  readonly why: string;
  readonly count: number;
  readonly items: readonly ComparedItemVM[];
}

export interface ComparedItemVM {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly target: string;
  /** Why it fails, or failed. */
  readonly cause: string;
  /** The newest request that shows it, on each side; null where there is none. */
  readonly exchange: Readonly<Record<Side, string | null>>;
}

/** @param names what the reports are called; null for the recording of the page */
export function toCompared(comparison: Comparison, names: Readonly<Record<Side, string | null>>): ComparedVM {
  const kinds = COMPARED_KINDS.filter((kind) => comparison[kind].length > 0);
  return {
    headline: headlineOf(comparison),
    sides: [
      words.sides.before({ name: nameOf(names.before) }),
      words.sides.after({ name: nameOf(names.after) }),
    ],
    caveat: comparison.hasAliases ? words.aliases : '',
    sections: kinds.map((kind) => ({
      key: kind,
      ...words.sections[kind],
      heading: words.sections[kind].heading,
      why: words.sections[kind].why,
      count: comparison[kind].length,
      items: comparison[kind].map(toItem),
    })),
  };
}

/** `3 fixed, 1 still fails, 1 new`, in a sentence. */
export function headlineOf(comparison: Comparison): string {
  const facts = COMPARED_KINDS.filter((kind) => comparison[kind].length > 0).map((kind) =>
    words.facts[kind]({ count: comparison[kind].length }),
  );
  return facts.length === 0 ? words.nothing : words.summary({ facts: factsInLine(facts) });
}

function nameOf(file: string | null): string {
  return file === null ? words.recording : words.file({ file: inSentence(file) });
}

function toItem({ method, target, path, initiator, type, before, after }: ComparedRequest): ComparedItemVM {
  return {
    key: JSON.stringify([method, target, path, initiator, type, before?.lead.rule, after?.lead.rule]),
    method,
    path: inSentence(path),
    target: targetLabel(target),
    cause: causeOf(before, after),
    exchange: { before: before?.exchanges.at(-1) ?? null, after: after?.exchanges.at(-1) ?? null },
  };
}

function causeOf(before: RequestState | null, after: RequestState | null): string {
  const [then, now] = [before, after].map((state) => (state?.isFailing ? toText(state.lead.title) : null));
  if (then && now && then !== now) return words.causes({ before: then, after: now });
  return now ?? then ?? '';
}
