import type { PanelMessage } from '../messages/messages.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Advice } from '../rules/advice/advice.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import type { ReportFormat, ReportScope } from './components/export-menu.tsx';
import type { PanelState } from './state/panel-state.ts';
import { strings } from './strings.ts';
import { type AccessGap, sitesToGrant } from './view-models/access-gap.ts';
import { type PanelAction, siteOf } from './view-models/notices.ts';
import type { RowKind } from './view-models/row.ts';
import type { OpenSource } from './view-models/started-by.ts';

export type WriteReport = (
  format: ReportFormat,
  exchanges: readonly Exchange[],
  diagnoseExchange: (exchange: Exchange) => Diagnosis,
  advice: readonly Advice[],
) => Promise<string>;

/** What the panel can have done outside itself. */
export interface Commands {
  readonly send: (message: PanelMessage) => void;
  readonly reloadPage: () => void;
  /** For the sites of these origins, or for all. Must be called right in a click's handler. */
  readonly askForHostAccess: (sites: readonly string[] | 'all') => void;
  /** Resolves to whether it worked. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly save: (format: ReportFormat, text: string) => void;
  readonly writeReport: WriteReport;
  /** Null where that can't be done. */
  readonly openSource: OpenSource | null;
}

/** Does what the button of a notice or an empty list says. */
export function carryOut(action: PanelAction, state: PanelState, gap: AccessGap, commands: Commands): void {
  switch (action) {
    case 'reload':
      commands.reloadPage();
      return;
    case 'always-record': {
      const site = state.tab.value === null ? null : siteOf(state.tab.value);
      if (site !== null) commands.send({ kind: 'set-site', origin: site, on: true });
      return;
    }
    case 'resume':
      commands.send({ kind: 'set-recording', on: true });
      return;
    case 'grant':
      commands.askForHostAccess('all');
      return;
    case 'grant-sites':
      commands.askForHostAccess(sitesToGrant(gap));
      return;
    case 'clear':
      commands.send({ kind: 'clear' });
      return;
    case 'clear-filter':
      state.filterText.value = '';
      state.kinds.value = new Set();
      return;
    case 'show-opaque':
      state.showOpaque.value = true;
      return;
  }
}

/** The opaque chip only shows and hides its rows: they are noise beside every other choice. */
export function toggleChip(state: PanelState, kind: RowKind): void {
  if (kind === 'opaque') state.showOpaque.value = !state.showOpaque.value;
  else state.kinds.value = toggled(state.kinds.value, kind);
}

export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Writes a report and hands it over. Resolves to what to tell the user. */
export async function exportReport(
  state: PanelState,
  commands: Commands,
  format: ReportFormat,
  scope: ReportScope,
  how: 'copy' | 'save',
): Promise<string> {
  const wanted = state.exchanges.value.filter((exchange) => isWanted(exchange, scope, state));
  const text = await commands.writeReport(format, wanted, state.diagnosisOf, state.adviseNow());
  if (how === 'copy') return (await commands.copy(text)) ? strings.export.copied : strings.export.notCopied;
  commands.save(format, text);
  return strings.export.saved;
}

function isWanted(exchange: Exchange, scope: ReportScope, state: PanelState): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'selected':
      return exchange.id === state.selectedId.value;
    case 'failing':
      return FAILING.has(state.diagnosisOf(exchange).verdict);
  }
}

const FAILING: ReadonlySet<string> = new Set(['blocked', 'failed']);
