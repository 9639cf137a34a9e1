import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BackgroundMessage, TabState } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Fix } from '../../model/fix.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type DetailVM, toDetail } from '../view-models/detail.ts';
import { parseFilter } from '../view-models/filter.ts';
import { type ListVM, toList } from '../view-models/list.ts';
import type { Situation } from '../view-models/notices.ts';
import { type RowKind, type RowVM, toRow } from '../view-models/row.ts';
import { createDiagnoses, type Diagnose } from './diagnoses.ts';
import { applyMessage, EMPTY_LOG, type ExchangeLog, withReadability } from './exchange-log.ts';
import { indexHistory } from './history.ts';

/** The project's pure functions that the panel's state stands on, and a way to do something later. */
export interface Dependencies {
  readonly diagnose: Diagnose;
  readonly applyFix: (exchange: Exchange, fix: Fix) => Exchange;
  readonly later: (task: () => void) => void;
  /** Whether the page's Resource Timing can be asked, which it can in DevTools only. */
  readonly asksPage: boolean;
}

/** Everything that the panel knows. What the user or the background changes is a `Signal`; the rest follows. */
export interface PanelState {
  readonly connection: Signal<Situation['connection']>;
  readonly tab: ReadonlySignal<TabState | null>;
  readonly filterText: Signal<string>;
  readonly kinds: Signal<ReadonlySet<RowKind>>;
  readonly showOpaque: Signal<boolean>;
  readonly grouped: Signal<boolean>;
  readonly collapsed: Signal<ReadonlySet<string>>;
  readonly selectedId: ReadonlySignal<string | null>;
  /** Every exchange's row, oldest first. */
  readonly rows: ReadonlySignal<readonly RowVM[]>;
  readonly list: ReadonlySignal<ListVM>;
  readonly detail: ReadonlySignal<DetailVM | null>;
  readonly waiting: ReadonlySignal<number>;
  receive(message: BackgroundMessage): void;
  select(id: string | null): void;
  /** Oldest first. */
  readonly exchanges: ReadonlySignal<readonly Exchange[]>;
  /** Those whose verdict hangs on whether script could read the response, which their browser didn't tell us. */
  readonly unsettled: ReadonlySignal<readonly Exchange[]>;
  /** Takes in whether script could read the responses, by exchange id. */
  learnReadability(readable: ReadonlyMap<string, boolean>): void;
  /** Made now, with all that is known of the other exchanges. Also for an exchange with a fix applied. */
  diagnosisOf(exchange: Exchange): Diagnosis;
}

export function createPanelState({ diagnose, applyFix, later, asksPage }: Dependencies): PanelState {
  const diagnoses = createDiagnoses(diagnose, later);
  const log = signal<ExchangeLog>(EMPTY_LOG);
  const historyOf = computed(() => indexHistory(log.value.ordered));
  const tab = signal<TabState | null>(null);
  const filterText = signal('');
  const kinds = signal<ReadonlySet<RowKind>>(new Set());
  const showOpaque = signal(false);
  const grouped = signal(true);
  const collapsed = signal<ReadonlySet<string>>(new Set());
  const selectedId = signal<string | null>(null);

  const rowOf = memoiseRows();
  const rows = computed(() => {
    void diagnoses.version.value;
    return log.value.ordered.map((exchange) => rowOf(exchange, diagnoses.known(exchange)));
  });
  const matches = computed(() => parseFilter(filterText.value));
  const list = computed(() =>
    toList(rows.value, {
      matches: matches.value,
      kinds: kinds.value,
      showOpaque: showOpaque.value,
      grouped: grouped.value,
      collapsed: collapsed.value,
    }),
  );
  // Its own signal, so that the detail is only made anew when this very exchange has changed.
  const selected = computed(() => log.value.byId.get(selectedId.value ?? '') ?? null);
  const detail = computed(() => {
    const exchange = selected.value;
    if (exchange === null) return null;
    const history = historyOf.peek()(exchange);
    const diagnosis = diagnoses.refresh(exchange, history);
    const { fix } = diagnosis;
    const changesSomething = fix.changes.length + fix.statuses.length > 0;
    const afterFix = changesSomething ? diagnose(applyFix(exchange, fix), history) : null;
    return toDetail(exchange, diagnosis, afterFix, asksPage);
  });

  const unsettled = computed(() => {
    void diagnoses.version.value;
    return log.value.ordered.filter((exchange) => hangsOnReadability(exchange, diagnoses.known(exchange)));
  });

  function update(next: ExchangeLog): void {
    log.value = next;
    if (selected.value === null) selectedId.value = null;
    diagnoses.want(next.ordered, historyOf.value);
  }

  return {
    connection: signal<Situation['connection']>('connecting'),
    tab,
    filterText,
    kinds,
    showOpaque,
    grouped,
    collapsed,
    selectedId,
    rows,
    list,
    detail,
    waiting: diagnoses.waiting,
    receive: (message) =>
      batch(() => {
        tab.value = message.tab;
        update(applyMessage(log.value, message));
      }),
    select: (id) => {
      selectedId.value = id;
    },
    exchanges: computed(() => log.value.ordered),
    unsettled,
    learnReadability: (readable) => batch(() => update(withReadability(log.value, readable))),
    diagnosisOf: (exchange) => diagnoses.refresh(exchange, historyOf.peek()(exchange)),
  };
}

/** Firefox reports a small response as completed whether script could read it or not; with the credentials mode unknown, both may be. */
function hangsOnReadability(exchange: Exchange, diagnosis: Diagnosis | undefined): boolean {
  if (diagnosis?.verdict !== 'unknown' || exchange.readableByScript !== undefined) return false;
  if (exchange.observedIn.engine !== 'firefox' || exchange.outcome.state !== 'completed') return false;
  const { credentials } = diagnosis.evaluation;
  return credentials.value === 'unknown' && credentials.matters;
}

/** Rows are made once for each pair of exchange and diagnosis: a list of thousands is looked through several times a second. */
function memoiseRows(): (exchange: Exchange, diagnosis: Diagnosis | undefined) => RowVM {
  const memo = new WeakMap<Exchange, { readonly diagnosis: Diagnosis | undefined; readonly row: RowVM }>();
  return (exchange, diagnosis) => {
    const known = memo.get(exchange);
    if (known !== undefined && known.diagnosis === diagnosis) return known.row;
    const row = toRow(exchange, diagnosis);
    memo.set(exchange, { diagnosis, row });
    return row;
  };
}
