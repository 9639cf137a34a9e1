import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BackgroundMessage, TabState } from '../messages/messages.ts';
import { createDiagnoses, type Diagnose } from '../panel/state/diagnoses.ts';
import { applyMessage, EMPTY_LOG, type ExchangeLog } from '../panel/state/exchange-log.ts';
import type { Later } from '../panel/state/pace.ts';
import { indexHistory } from '../rules/index-history.ts';
import { type SummaryVM, toSummary } from './view-models/summary.ts';

/** Everything that the popup knows. */
export interface PopupState {
  readonly connection: Signal<'connecting' | 'live' | 'lost'>;
  /** The URL that the browser shows for the tab; undefined if it doesn't say. */
  readonly url: Signal<string | undefined>;
  readonly tab: ReadonlySignal<TabState | null>;
  readonly total: ReadonlySignal<number>;
  readonly summary: ReadonlySignal<SummaryVM>;
  receive(message: BackgroundMessage): void;
}

export function createPopupState(diagnose: Diagnose, later: Later): PopupState {
  const diagnoses = createDiagnoses(diagnose, later);
  const log = signal<ExchangeLog>(EMPTY_LOG);
  const tab = signal<TabState | null>(null);
  return {
    connection: signal<'connecting' | 'live' | 'lost'>('connecting'),
    url: signal<string | undefined>(undefined),
    tab,
    total: computed(() => log.value.ordered.length),
    summary: computed(() => {
      void diagnoses.version.value;
      return toSummary(log.value.ordered, diagnoses.known);
    }),
    receive: (message) =>
      batch(() => {
        tab.value = message.tab;
        log.value = applyMessage(log.value, message);
        diagnoses.want(log.value.ordered, indexHistory(log.value.ordered));
      }),
  };
}
