import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Verdict } from '../../fetch/evaluation.ts';
import type { BackgroundMessage, Navigation, TabState } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import { type Fix, isEmptyFix } from '../../model/fix.ts';
import type { Steps } from '../../model/steps.ts';
import type { GivenHistory } from '../../report/index.ts';
import type { Advice } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type AdviceMentionVM, type AdviceVM, toAdvice, toMentions } from '../view-models/advice.ts';
import type { ApisVM } from '../view-models/apis.ts';
import type { ConfigurationVM } from '../view-models/configuration.ts';
import { type DetailVM, toDetail } from '../view-models/detail.ts';
import type { ListVM } from '../view-models/list.ts';
import type { Situation } from '../view-models/notices.ts';
import type { KindCounts, RowVM } from '../view-models/row.ts';
import { NO_SELECTION, type Selection, selectOnly, withoutGone } from '../view-models/selection.ts';
import { type AdviseInSteps, createAdviser } from './adviser.ts';
import { createAnnouncer } from './announcer.ts';
import { createApis } from './apis.ts';
import { subjectOfExchange } from './configuration-subjects.ts';
import { type Configurations, createConfigurations } from './configurations.ts';
import { createDiagnoses, type Diagnose } from './diagnoses.ts';
import { createEnrichLog, type Enrichments, learn } from './enriched-log.ts';
import type { Enrichment } from './enrichment.ts';
import {
  applyMessage,
  EMPTY_LOG,
  type ExchangeLog,
  type LogLimits,
  withExchanges,
  withReadability,
} from './exchange-log.ts';
import { createExporting, type Exporting } from './exporting.ts';
import { createHistoryIndex } from './history-index.ts';
import { createList } from './list.ts';
import { createListChoices, type ListChoices } from './list-choices.ts';
import type { Later } from './pace.ts';
import { PersistentMap } from './persistent-map.ts';
import { DEFAULT_VIEW, type RememberedView } from './remembered-view.ts';
import { createRows } from './rows.ts';
import { createShareHeaders } from './share-headers.ts';
import { createUnsettled } from './unsettled.ts';
import { createWhatIf, type WhatIfState } from './what-if.ts';

/** The project's pure functions that the panel's state stands on, and a way to do something later. */
export interface Dependencies {
  readonly diagnose: Diagnose;
  readonly applyFix: (exchange: Exchange, fix: Fix) => Exchange;
  readonly adviseInSteps: AdviseInSteps;
  /** What nobody waits for. */
  readonly later: Later;
  /** The same for what the user waits for; `later` unless it matters. */
  readonly soon?: Later;
  /** Whether the page's Resource Timing can be asked, which it can in DevTools only. */
  readonly asksPage: boolean;
  /** How many exchanges it keeps; those of `model/limits.ts` unless a measurement wants more. */
  readonly limits?: LogLimits;
  /** How an earlier panel was left. */
  readonly view?: RememberedView;
  /** Of an opened report. `diagnose` goes by it. */
  readonly given?: GivenHistory | null;
}

/** Everything that the panel knows. What the user or the background changes is a `Signal`; the rest follows. */
export interface PanelState extends ListChoices {
  readonly connection: Signal<Situation['connection']>;
  readonly tab: ReadonlySignal<TabState | null>;
  readonly selection: Signal<Selection>;
  /** The selected exchange that is explained. */
  readonly selectedId: ReadonlySignal<string | null>;
  /** The same, with all that is known of it. */
  readonly selected: ReadonlySignal<Exchange | null>;
  /** Every exchange's row, oldest first. */
  readonly rows: ReadonlySignal<readonly RowVM[]>;
  readonly list: ReadonlySignal<ListVM>;
  /** How many rows there are of each kind, filter aside. */
  readonly totals: ReadonlySignal<KindCounts>;
  /** What a screen reader is to say of what has changed by itself. */
  readonly announcement: ReadonlySignal<string>;
  readonly detail: ReadonlySignal<DetailVM | null>;
  /** What of the detail somebody has opened or closed, by name. */
  readonly folds: Signal<ReadonlyMap<string, boolean>>;
  /** What is looked for in the headers of the detail. */
  readonly headerQuery: Signal<string>;
  /** The editor for the selected exchange, in the detail's place while it is open. */
  readonly whatIf: WhatIfState;
  /** What is to be read: the selected exchange, or in the detail's place what there is to say of servers. */
  readonly view: Signal<'exchange' | 'advice' | 'apis' | 'compared'>;
  /** The line of advice at which the user is: its key. */
  readonly adviceAt: Signal<string | null>;
  /** The help sheet is open. */
  readonly showsHelp: Signal<boolean>;
  readonly advice: ReadonlySignal<readonly Advice[]>;
  readonly adviceView: ReadonlySignal<AdviceVM>;
  /** The advice that the selected exchange shows. */
  readonly ownAdvice: ReadonlySignal<readonly AdviceMentionVM[]>;
  /** The API, or the cell of its table, at which the user is: its key. */
  readonly apiAt: Signal<string | null>;
  readonly apis: ReadonlySignal<ApisVM>;
  /** What the server of the selected exchange has to be told; null if no header of its would help. */
  readonly configuration: ReadonlySignal<ConfigurationVM | null>;
  readonly configurations: Configurations;
  readonly waiting: ReadonlySignal<number>;
  receive(message: BackgroundMessage): void;
  /** The user looks at these, by their ids: they are diagnosed before all others. */
  look(ids: readonly string[]): void;
  /** Adds exchanges that come from somewhere else than the background, such as a report. */
  show(exchanges: readonly Exchange[]): void;
  /** This one only. */
  select(id: string | null): void;
  /** Oldest first, with all that is known of them. */
  readonly exchanges: ReadonlySignal<readonly Exchange[]>;
  /** The same as the recorder has them, without what DevTools' network log adds. */
  readonly recorded: ReadonlySignal<readonly Exchange[]>;
  /** Takes in what the network log adds, by exchange id; null where it is found to add nothing. */
  learnFromNetworkLog(learned: ReadonlyMap<string, Enrichment | null>): void;
  /** Those whose verdict hangs on whether script could read the response, which their browser didn't tell us. */
  readonly unsettled: ReadonlySignal<readonly Exchange[]>;
  /** Takes in whether script could read the responses, by exchange id. */
  learnReadability(readable: ReadonlyMap<string, boolean>): void;
  /** Made now, with all that is known of the other exchanges. Also for an exchange with a fix applied. */
  diagnosisOf(exchange: Exchange): Diagnosis;
  /** The same as the list has it, where that is known. */
  verdictOf(exchange: Exchange): Verdict;
  /** Made anew, over all exchanges. */
  adviseAnew(): Steps<readonly Advice[]>;
  /** Of an opened report: what its diagnoses hang on besides; null where nothing is known of that. */
  readonly given: GivenHistory | null;
  /** The report that is being exported. */
  readonly exporting: Exporting;
}

export function createPanelState(dependencies: Dependencies): PanelState {
  const { diagnose, adviseInSteps, applyFix, later, asksPage } = dependencies;
  const { limits = EMPTY_LOG.limits, view = DEFAULT_VIEW, soon = later, given = null } = dependencies;
  const diagnoses = createDiagnoses(diagnose, later, (exchange) => allRows.changed(exchange));
  const allRows = createRows(diagnoses.known);
  const recorded = signal<ExchangeLog>({ ...EMPTY_LOG, limits });
  const enrichments = signal<Enrichments>(PersistentMap.empty());
  const enrichLog = createEnrichLog();
  const shareHeaders = createShareHeaders();
  const log = computed(() => enrichLog(recorded.value, enrichments.value));
  const { historyOf, ...history } = createHistoryIndex();
  const adviser = createAdviser({ adviseInSteps, groups: history.groups, known: diagnoses.known }, later);
  const connection = signal<Situation['connection']>('connecting');
  const tab = signal<TabState | null>(null);
  const choices = createListChoices(view);
  const selection = signal<Selection>(NO_SELECTION);
  const selectedId = computed(() => selection.value.lead);

  const rowLog = computed(() => {
    void diagnoses.version.value;
    return allRows.of(log.value.ordered);
  });
  const rows = computed(() => rowLog.value.rows);
  const totals = computed(() => rowLog.value.counts);
  const navigations = computed(() => tab.value?.navigations ?? NO_NAVIGATIONS);
  const list = createList({ ...choices, log: rowLog, navigations }, soon);
  // Its own signal, so that the detail is only made anew when this very exchange has changed.
  const selected = computed(() => log.value.get(selectedId.value ?? '') ?? null);
  const detail = computed(() => {
    const exchange = selected.value;
    if (exchange === null) return null;
    const history = historyOf(exchange);
    const diagnosis = diagnoses.refresh(exchange, history);
    const { fix } = diagnosis;
    const afterFix = isEmptyFix(fix) ? null : diagnose(applyFix(exchange, fix), history);
    return toDetail(exchange, diagnosis, afterFix, asksPage);
  });

  effect(() => {
    void [log.value, diagnoses.version.value];
    if (diagnoses.waiting.value === 0) adviser.want();
  });

  const groups = computed(() => {
    void [log.value, diagnoses.version.value];
    return new Map(history.groups());
  });

  const findUnsettled = createUnsettled({ exchangeOf: (id) => log.value.get(id), known: diagnoses.known });
  const unsettled = computed(() => findUnsettled(rows.value));

  const configurations = createConfigurations(view.servers);
  const apis = createApis({ groups, known: diagnoses.known, advice: adviser.advice, configurations }, later);
  // What it is made for changes with the exchange, and what is made of it with every letter that the user types.
  const subject = computed(() => {
    const exchange = selected.value;
    if (exchange === null) return null;
    return subjectOfExchange(exchange, diagnoses.refresh(exchange, historyOf(exchange)), {
      policyOf: apis.policyOf,
      diagnose: (changed, recorded) => diagnose(changed, historyOf(recorded)),
    });
  });

  function update(next: ExchangeLog, more: Enrichments): void {
    if (next === recorded.value && more === enrichments.value) return;
    recorded.value = next;
    enrichments.value = more;
    selection.value = withoutGone(selection.value, (id) => log.value.get(id) !== undefined);
    history.update(log.value.ordered);
    diagnoses.want(log.value.ordered, historyOf);
  }

  function* adviseAnew(): Steps<readonly Advice[]> {
    for (const exchange of log.value.ordered) {
      if (diagnoses.known(exchange) !== undefined) continue;
      diagnoses.refresh(exchange, historyOf(exchange));
      yield;
    }
    return yield* adviser.inSteps();
  }

  return {
    connection,
    tab,
    ...choices,
    selection,
    selectedId,
    selected,
    rows,
    list,
    totals,
    announcement: createAnnouncer({ counts: totals, connection }, later),
    detail,
    folds: signal<ReadonlyMap<string, boolean>>(new Map()),
    headerQuery: signal(''),
    whatIf: createWhatIf(selected, (exchange, recorded) => diagnose(exchange, historyOf(recorded))),
    view: signal<'exchange' | 'advice' | 'apis' | 'compared'>('exchange'),
    adviceAt: signal<string | null>(null),
    showsHelp: signal(false),
    advice: adviser.advice,
    adviceView: computed(() => toAdvice(adviser.advice.value, log.value)),
    ownAdvice: computed(() =>
      selectedId.value === null ? [] : toMentions(adviser.advice.value, selectedId.value),
    ),
    apiAt: signal<string | null>(null),
    apis: apis.view,
    configuration: computed(() => (subject.value === null ? null : configurations.view(subject.value))),
    configurations,
    waiting: diagnoses.waiting,
    receive: (message) =>
      batch(() => {
        tab.value = message.tab;
        update(applyMessage(recorded.value, shareHeaders(message)), enrichments.value);
      }),
    show: (exchanges) => batch(() => update(withExchanges(recorded.value, exchanges), enrichments.value)),
    look: (ids) => {
      if (diagnoses.waiting.peek() === 0) return;
      diagnoses.prefer(ids.flatMap((id) => log.peek().get(id) ?? []));
    },
    select: (id) => {
      selection.value = selectOnly(id);
    },
    exchanges: computed(() => log.value.ordered),
    unsettled,
    learnReadability: (readable) =>
      batch(() => update(withReadability(recorded.value, readable), enrichments.value)),
    recorded: computed(() => recorded.value.ordered),
    learnFromNetworkLog: (learned) =>
      batch(() => update(recorded.value, learn(enrichments.value, learned, recorded.value))),
    diagnosisOf: (exchange) => diagnoses.refresh(exchange, historyOf(exchange)),
    verdictOf: (exchange) =>
      (diagnoses.known(exchange) ?? diagnoses.refresh(exchange, historyOf(exchange))).verdict,
    adviseAnew,
    given,
    exporting: createExporting(soon, view.exportFormat),
  };
}

const NO_NAVIGATIONS: readonly Navigation[] = [];
