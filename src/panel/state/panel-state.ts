import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BackgroundMessage, TabState } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import { type Fix, isEmptyFix } from '../../model/fix.ts';
import type { Advice, EvaluatedExchange } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type AdviceMentionVM, type AdviceVM, toAdvice, toMentions } from '../view-models/advice.ts';
import type { ApisVM } from '../view-models/apis.ts';
import { type DetailVM, toDetail } from '../view-models/detail.ts';
import { parseFilter } from '../view-models/filter.ts';
import { countKinds } from '../view-models/groups.ts';
import { type ListVM, toList } from '../view-models/list.ts';
import type { Situation } from '../view-models/notices.ts';
import type { KindCounts, RowVM } from '../view-models/row.ts';
import { NO_SELECTION, type Selection, selectOnly, withoutGone } from '../view-models/selection.ts';
import { type AdviseOn, createAdviser } from './adviser.ts';
import { createAnnouncer } from './announcer.ts';
import { createApis } from './apis.ts';
import { createDiagnoses, type Diagnose } from './diagnoses.ts';
import { createEnrichLog, type Enrichments, learn } from './enriched-log.ts';
import type { Enrichment } from './enrichment.ts';
import {
  applyMessage,
  EMPTY_LOG,
  type ExchangeLog,
  type LogLimits,
  withReadability,
} from './exchange-log.ts';
import { createHistoryIndex } from './history-index.ts';
import { createListChoices, type ListChoices } from './list-choices.ts';
import { PersistentMap } from './persistent-map.ts';
import { createRows } from './rows.ts';
import type { Later } from './slices.ts';
import { createWhatIf, type WhatIfState } from './what-if.ts';

/** The project's pure functions that the panel's state stands on, and a way to do something later. */
export interface Dependencies {
  readonly diagnose: Diagnose;
  readonly applyFix: (exchange: Exchange, fix: Fix) => Exchange;
  readonly adviseOn: AdviseOn;
  readonly later: Later;
  /** Whether the page's Resource Timing can be asked, which it can in DevTools only. */
  readonly asksPage: boolean;
  /** How many exchanges it keeps; those of `model/limits.ts` unless a measurement wants more. */
  readonly limits?: LogLimits;
}

/** Everything that the panel knows. What the user or the background changes is a `Signal`; the rest follows. */
export interface PanelState extends ListChoices {
  readonly connection: Signal<Situation['connection']>;
  readonly tab: ReadonlySignal<TabState | null>;
  readonly selection: Signal<Selection>;
  /** The selected exchange that is explained. */
  readonly selectedId: ReadonlySignal<string | null>;
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
  /** The advice is shown, in the detail's place. */
  readonly showsAdvice: Signal<boolean>;
  /** The line of advice at which the user is: its key. */
  readonly adviceAt: Signal<string | null>;
  /** The help sheet is open. */
  readonly showsHelp: Signal<boolean>;
  readonly advice: ReadonlySignal<readonly Advice[]>;
  readonly adviceView: ReadonlySignal<AdviceVM>;
  /** The advice that the selected exchange shows. */
  readonly ownAdvice: ReadonlySignal<readonly AdviceMentionVM[]>;
  /** The APIs are shown, in the detail's place. */
  readonly showsApis: Signal<boolean>;
  /** The cell of their tables at which the user is: its key. */
  readonly apiAt: Signal<string | null>;
  readonly apis: ReadonlySignal<ApisVM>;
  readonly waiting: ReadonlySignal<number>;
  receive(message: BackgroundMessage): void;
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
  /** Made now, over all exchanges. */
  adviseNow(): readonly Advice[];
}

export function createPanelState(dependencies: Dependencies): PanelState {
  const { diagnose, adviseOn, applyFix, later, asksPage, limits = EMPTY_LOG.limits } = dependencies;
  const diagnoses = createDiagnoses(diagnose, later, (exchange) => rowLog.changed(exchange));
  const rowLog = createRows(diagnoses.known);
  const adviser = createAdviser(adviseOn, later);
  const recorded = signal<ExchangeLog>({ ...EMPTY_LOG, limits });
  const enrichments = signal<Enrichments>(PersistentMap.empty());
  const enrichLog = createEnrichLog();
  const log = computed(() => enrichLog(recorded.value, enrichments.value));
  const { historyOf, ...history } = createHistoryIndex();
  const tab = signal<TabState | null>(null);
  const choices = createListChoices();
  const selection = signal<Selection>(NO_SELECTION);
  const selectedId = computed(() => selection.value.lead);

  const rows = computed(() => {
    void diagnoses.version.value;
    return rowLog.of(log.value.ordered);
  });
  const totals = computed(() => countKinds(rows.value));
  const matches = computed(() => parseFilter(choices.filterText.value));
  const list = computed(() =>
    toList(rows.value, {
      matches: matches.value,
      kinds: choices.kinds.value,
      showOpaque: choices.showOpaque.value,
      grouping: choices.grouping.value,
      sort: choices.sort.value,
      collapsed: choices.collapsed.value,
      navigations: tab.value?.navigations ?? [],
    }),
  );
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

  const evaluated = () =>
    log.peek().ordered.flatMap((exchange): EvaluatedExchange[] => {
      const diagnosis = diagnoses.known(exchange);
      return diagnosis === undefined ? [] : [{ exchange, evaluation: diagnosis.evaluation }];
    });
  effect(() => {
    void [log.value, diagnoses.version.value];
    if (diagnoses.waiting.value === 0) adviser.want(evaluated);
  });

  const groups = computed(() => {
    void [log.value, diagnoses.version.value];
    return new Map(history.groups());
  });

  const unsettled = computed(() => {
    const open = rows.value;
    return log.value.ordered.filter(
      (exchange, index) =>
        open[index]?.kind === 'open' && hangsOnReadability(exchange, diagnoses.known(exchange)),
    );
  });

  function update(next: ExchangeLog, more: Enrichments): void {
    if (next === recorded.value && more === enrichments.value) return;
    recorded.value = next;
    enrichments.value = more;
    selection.value = withoutGone(selection.value, (id) => log.value.get(id) !== undefined);
    history.update(log.value.ordered);
    diagnoses.want(log.value.ordered, historyOf);
  }

  return {
    connection: signal<Situation['connection']>('connecting'),
    tab,
    ...choices,
    selection,
    selectedId,
    rows,
    list,
    totals,
    announcement: createAnnouncer(totals, later),
    detail,
    folds: signal<ReadonlyMap<string, boolean>>(new Map()),
    headerQuery: signal(''),
    whatIf: createWhatIf(selected, (exchange, recorded) => diagnose(exchange, historyOf(recorded))),
    showsAdvice: signal(false),
    adviceAt: signal<string | null>(null),
    showsHelp: signal(false),
    advice: adviser.advice,
    adviceView: computed(() => toAdvice(adviser.advice.value, log.value)),
    ownAdvice: computed(() =>
      selectedId.value === null ? [] : toMentions(adviser.advice.value, selectedId.value),
    ),
    showsApis: signal(false),
    apiAt: signal<string | null>(null),
    apis: createApis({ groups, known: diagnoses.known, advice: adviser.advice }),
    waiting: diagnoses.waiting,
    receive: (message) =>
      batch(() => {
        tab.value = message.tab;
        update(applyMessage(recorded.value, message), enrichments.value);
      }),
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
    adviseNow: () =>
      adviser.now(
        log.value.ordered.map((exchange) => {
          const known = diagnoses.known(exchange);
          const diagnosis = known ?? diagnoses.refresh(exchange, historyOf(exchange));
          return { exchange, evaluation: diagnosis.evaluation };
        }),
      ),
  };
}

/** Firefox reports a small response as completed whether script could read it or not; with the credentials mode unknown, both may be. */
function hangsOnReadability(exchange: Exchange, diagnosis: Diagnosis | undefined): boolean {
  if (diagnosis?.verdict !== 'unknown' || exchange.readableByScript !== undefined) return false;
  if (exchange.observedIn.engine !== 'firefox' || exchange.outcome.state !== 'completed') return false;
  const { credentials } = diagnosis.evaluation;
  return credentials.value === 'unknown' && credentials.matters;
}
