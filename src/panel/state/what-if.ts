import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { applyEdit, editableAnswers } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { toWhatIf, type WhatIfVM } from '../view-models/what-if.ts';
import {
  changeDraft,
  type Draft,
  type DraftChange,
  draftWithFix,
  EMPTY_DRAFT,
} from '../view-models/what-if-draft.ts';
import { basesOf, toEdit } from '../view-models/what-if-edit.ts';

/** The editor in which an exchange is changed to see what would come of it. It keeps what was typed while it is open. */
export interface WhatIfState {
  /** Null while it is closed. */
  readonly view: ReadonlySignal<WhatIfVM | null>;
  readonly isOpen: ReadonlySignal<boolean>;
  /** With the selected exchange as it is now, and its fix in place. */
  open(): void;
  close(): void;
  change(change: DraftChange): void;
  /** Does what would let the exchange pass, on top of what was typed. */
  useFix(): void;
  /** Back to what was recorded. */
  reset(): void;
}

interface Edited {
  readonly recorded: Exchange;
  readonly draft: Draft;
}

/** @param diagnose with what is known of the other exchanges around `recorded` */
export function createWhatIf(
  selected: ReadonlySignal<Exchange | null>,
  diagnose: (exchange: Exchange, recorded: Exchange) => Diagnosis,
): WhatIfState {
  const edited = signal<Edited | null>(null);
  /** It belongs to one exchange: another that is selected has its explanation. */
  const shown = computed(() => (edited.value?.recorded.id === selected.value?.id ? edited.value : null));
  const recordedDiagnosis = computed(() => {
    const recorded = shown.value?.recorded;
    return recorded === undefined ? null : diagnose(recorded, recorded);
  });
  const whatIf = computed(() => {
    if (shown.value === null || recordedDiagnosis.value === null) return null;
    const { recorded, draft } = shown.value;
    const edit = toEdit(recorded, draft);
    const exchange = applyEdit(recorded, edit);
    return {
      recorded,
      recordedDiagnosis: recordedDiagnosis.value,
      draft,
      edit,
      exchange,
      diagnosis: exchange === recorded ? recordedDiagnosis.value : diagnose(exchange, recorded),
      answers: editableAnswers(recorded, edit),
    };
  });

  function useFix(): void {
    const now = whatIf.value;
    if (now === null) return;
    const { recorded, draft, diagnosis, answers } = now;
    edited.value = { recorded, draft: draftWithFix(draft, diagnosis.fix, basesOf(recorded, answers)) };
  }

  return {
    view: computed(() => (whatIf.value === null ? null : toWhatIf(whatIf.value))),
    isOpen: computed(() => shown.value !== null),
    open: () => {
      const recorded = selected.value;
      if (recorded === null) return;
      edited.value = { recorded, draft: EMPTY_DRAFT };
      useFix();
    },
    close: () => {
      edited.value = null;
    },
    change: (change) => {
      const now = whatIf.value;
      if (now === null) return;
      const { recorded, draft, answers } = now;
      edited.value = { recorded, draft: changeDraft(draft, change, basesOf(recorded, answers)) };
    },
    useFix,
    reset: () => {
      if (edited.value !== null) edited.value = { ...edited.value, draft: EMPTY_DRAFT };
    },
  };
}
