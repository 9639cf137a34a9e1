import type { Signal } from '@preact/signals';
import { applyFix } from '../../src/fixes/index.ts';
import type { TabState } from '../../src/messages/messages.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { type ExportChoices, type ExportWork, NOT_CHOSEN } from '../../src/panel/state/exporting.ts';
import type { PanelState } from '../../src/panel/state/panel-state.ts';
import type { AccessGap } from '../../src/panel/view-models/access-gap.ts';
import { type ComparedVM, toCompared } from '../../src/panel/view-models/compared.ts';
import type { FileProblem, ReportVM } from '../../src/panel/view-models/opened-report.ts';
import { selectOnly, toggleRow } from '../../src/panel/view-models/selection.ts';
import type { DraftChange } from '../../src/panel/view-models/what-if-draft.ts';
import { compareReports, createReport, type Report } from '../../src/report/index.ts';
import { diagnose } from '../../src/rules/index.ts';
import { PAGE, STARTED_AT } from '../rules/exchange-builder.ts';
import { aTabState } from '../tab-state.ts';
import { type ExchangeName, exchanges, manyApis, manyExchanges, savedOften } from './exchanges.ts';

/** A state of the panel, as it comes from the background and the user. */
export interface GalleryState {
  readonly exchanges?: readonly Exchange[];
  /** `null`: the background has not answered yet. */
  readonly tab?: Partial<TabState> | null;
  readonly hasTab?: boolean;
  readonly gap?: AccessGap;
  /** The exchanges are those of a report. */
  readonly report?: ReportVM;
  readonly fileProblem?: FileProblem;
  readonly opening?: string;
  /** Made when it is shown: in the language of then. */
  readonly compared?: () => ComparedVM;
  readonly set?: (state: PanelState) => void;
  /** What the user does once the panel is there. */
  readonly does?: (panel: ParentNode) => void;
  /** What has become of it once all is still. */
  readonly becomes?: (state: PanelState, panel: ParentNode) => void;
  /** What is scrolled into view, as a selector. */
  readonly lookAt?: string;
  /** Seen by somebody whose browser paints every page in the few colours that they chose. */
  readonly forcedColors?: true;
}

/** A tab about which there is nothing to say. */
export const TAB = aTabState({
  page: `${PAGE}/`,
  recording: { on: true, why: 'development-origin', complete: true },
  navigations: [{ url: `${PAGE}/`, at: STARTED_AT }],
});

const ALL: readonly ExchangeName[] = [
  'allowed',
  'serverError',
  'headersNotAllowed',
  'font',
  'allowedScript',
  'preflightUnauthorized',
  'refused',
  'opaque',
  'wildcardWithCredentials',
  'duplicate',
  'redirected',
  'preflightRedirected',
  'pending',
];

/** Enough of a list beside something else that is to be seen. */
const SOME: readonly ExchangeName[] = ['allowed', 'serverError', 'font', 'refused', 'pending'];

function selecting(name: ExchangeName, ...others: readonly ExchangeName[]): GalleryState {
  return { exchanges: exchanges(...new Set([...SOME, name, ...others])), set: (state) => state.select(name) };
}

const REPORT: ReportVM = {
  file: 'cors-report.json',
  madeAt: STARTED_AT + 3_600_000,
  browser: { engine: 'firefox', version: '153.0' },
  leftOut: 0,
  har: null,
};

const HAR: ReportVM = {
  file: 'www.example.com.har',
  madeAt: null,
  browser: null,
  leftOut: 0,
  har: {
    tool: 'WebInspector 537.36',
    leftOut: [
      { reason: 'same-origin', count: 41 },
      { reason: 'navigation', count: 2 },
      { reason: 'websocket', count: 1 },
    ],
    unknown: [
      { what: 'credentials', count: 5 },
      { what: 'header-lines', count: 5 },
    ],
  },
};

/** Every part of the explanation that can be folded. */
const PARTS = [
  'sure',
  'unsure',
  'answerer',
  'proof',
  'preflights',
  'browsers',
  'timing',
  'headers',
  'branches',
];

/** With these parts of the explanation open, and that text looked for in the headers. */
function unfolded(name: ExchangeName, parts: readonly string[] = PARTS, query = ''): GalleryState {
  return {
    exchanges: exchanges(name),
    set: (state) => {
      state.folds.value = new Map(parts.map((part) => [part, true]));
      state.headerQuery.value = query;
      state.select(name);
    },
  };
}

function fold(name: string): string {
  return `[data-fold="${name}"]`;
}

/** The editor on an exchange, with its fix and then these changes. */
function editing(name: ExchangeName, ...changes: readonly DraftChange[]): GalleryState {
  return {
    exchanges: exchanges(...new Set([...ALL, name])),
    set: (state) => {
      state.select(name);
      state.whatIf.open();
      for (const change of changes) state.whatIf.change(change);
    },
  };
}

const OTHER_ORIGIN: DraftChange = {
  what: 'value',
  message: '0 response',
  line: 0,
  text: 'https://www.example.com',
};

/** Servers that answer what they should, and could do better. */
const COULD_BE_BETTER: readonly ExchangeName[] = [
  'echoed',
  'echoedToOther',
  'echoedToThird',
  'allowedNull',
  'contradicting',
  'allowed',
  'allowedScript',
];

function advising(recorded: readonly Exchange[], at: string | null = null): GalleryState {
  return {
    exchanges: recorded,
    set: (state) => {
      state.adviceAt.value = at;
      state.view.value = 'advice';
    },
  };
}

function showingApis(recorded: readonly Exchange[], at: string | null = null): GalleryState {
  return {
    exchanges: recorded,
    set: (state) => {
      state.apiAt.value = at;
      state.view.value = 'apis';
    },
  };
}

/** The configuration for the server of an exchange, with what the user has done there. */
function configuring(name: ExchangeName, does: (state: PanelState) => void = () => {}): GalleryState {
  return {
    exchanges: exchanges(name),
    set: (state) => {
      state.select(name);
      does(state);
    },
    lookAt: '.configuration',
  };
}

/** Every state that has words or a look of its own. */
export const STATES: Readonly<Record<string, GalleryState>> = {
  connecting: { tab: null },
  'no-tab': { tab: null, hasTab: false },
  'nothing-granted': { gap: { kind: 'nothing-granted', sites: [] } },
  'page-not-granted': { gap: { kind: 'page-not-granted', sites: ['https://shop.example.com'] } },
  'targets-not-granted': {
    gap: { kind: 'targets-not-granted', sites: ['https://api.example.com', 'https://cdn.example.net'] },
  },
  'targets-unknown': { gap: { kind: 'targets-unknown' } },
  hidden: { gap: { kind: 'hidden', sites: ['https://intranet.example.com'] } },
  forbidden: { gap: { kind: 'forbidden', sites: ['https://api.example.com', 'https://cdn.example.net'] } },
  'mixed-content': { gap: { kind: 'mixed-content', sites: ['http://api.example.com'] } },
  'kept-out': { gap: { kind: 'kept-out' } },
  paused: { tab: { recording: { on: false, why: 'paused-by-user' } } },
  incomplete: {
    tab: { page: 'https://www.example.com/', recording: { on: true, why: 'panel-open', complete: false } },
  },
  'first-use': { tab: { navigations: [] } },
  'no-cross-origin': {},
  'all-fine': { exchanges: exchanges('allowed', 'allowedScript') },
  'only-opaque': { exchanges: exchanges('opaque') },
  filtered: {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.filterText.value = 'status:418';
    },
  },
  list: { exchanges: exchanges(...ALL) },
  'plain-list': {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.grouping.value = 'none';
    },
  },
  'page-loads': {
    exchanges: exchanges(...ALL),
    tab: {
      keepOnNavigation: true,
      navigations: [
        { url: `${PAGE}/`, at: STARTED_AT - 420 },
        { url: `${PAGE}/orders?page=2`, at: STARTED_AT + 350 },
        { url: `${PAGE}/orders/7`, at: STARTED_AT + 5_000 },
      ],
    },
    set: (state) => {
      state.grouping.value = 'none';
    },
  },
  'by-cause': {
    exchanges: manyExchanges(60),
    set: (state) => {
      state.grouping.value = 'cause';
    },
  },
  'groups-closed': {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.collapsed.value = new Set(state.list.value.items.groupKeys());
    },
  },
  sorted: {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.grouping.value = 'none';
      state.sort.value = { column: 'status', direction: 'descending' };
    },
  },
  'several-selected': {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.selection.value = ['headersNotAllowed', 'preflightUnauthorized', 'serverError'].reduce(
        toggleRow,
        selectOnly(null),
      );
    },
  },
  'filter-keys': { exchanges: exchanges(...ALL), does: (panel) => typeFilter(panel, 's') },
  'filter-values': { exchanges: exchanges(...ALL), does: (panel) => typeFilter(panel, '-font cause:') },
  'chips-pressed': {
    exchanges: exchanges(...ALL),
    set: (state) => {
      state.kinds.value = new Set(['blocked', 'failed']);
    },
  },
  'group-menu': { exchanges: exchanges(...ALL), does: openMenu('group') },
  'settings-menu': {
    exchanges: exchanges(...SOME),
    tab: { page: 'https://www.example.com/', everywhere: true },
    does: openMenu('settings'),
  },
  'settings-menu-private': {
    tab: { page: 'https://www.example.com/', isPrivate: true },
    does: openMenu('settings'),
  },
  'open-menu': { ...selecting('serverError'), does: openMenu('open') },
  'copy-menu': {
    ...selecting('headersNotAllowed'),
    does: (panel) => panel.querySelector<HTMLElement>('.copy-menu button')?.click(),
  },
  export: { ...selecting('serverError'), does: openExport },
  'export-complete': exporting({ isComplete: true }),
  'export-long': exporting({ scope: 'all' }, 'json'),
  'export-aliases': {
    ...exporting({ hasAliases: true }),
    becomes: (_, panel) => panel.querySelector<HTMLElement>('.export-note > summary')?.click(),
  },
  'export-secret': exportingSecret(),
  'export-working': exportingFor({
    is: 'working',
    before: null,
    progress: { stage: 'explaining', done: 1_820, total: 4_750 },
  }),
  'export-cancelled': exportingFor({ is: 'cancelled' }),
  'export-failed': exportingFor({ is: 'failed' }),
  'own-site': {
    exchanges: exchanges(...SOME),
    tab: {
      page: 'https://www.example.com/',
      sites: ['https://www.example.com'],
      recording: { on: true, why: 'own-site', complete: true },
    },
  },
  'server-error': selecting('serverError'),
  'headers-not-allowed': selecting('headersNotAllowed'),
  'preflight-unauthorized': selecting('preflightUnauthorized'),
  'preflight-redirected': selecting('preflightRedirected'),
  'wildcard-with-credentials': selecting('wildcardWithCredentials'),
  duplicate: selecting('duplicate'),
  redirected: selecting('redirected'),
  font: selecting('font'),
  refused: selecting('refused'),
  allowed: selecting('allowed'),
  opaque: {
    ...selecting('opaque'),
    set: (state) => {
      state.showOpaque.value = true;
      state.select('opaque');
    },
  },
  saved: selecting('saved'),
  'saved-again': selecting('savedAgain', 'saved'),
  pending: selecting('pending'),
  firefox: selecting('firefox'),
  'credentials-unknown': selecting('credentialsUnknown'),
  'credentials-two-causes': selecting('credentialsTwoCauses'),
  'hidden-header-line': selecting('hiddenHeaderLine'),
  'fails-elsewhere': selecting('failsElsewhere'),
  'may-pass-elsewhere': selecting('mayPassElsewhere'),
  hostile: selecting('hostile'),
  'trailing-slash': selecting('trailingSlash'),
  'other-scheme-and-port': selecting('otherSchemeAndPort'),
  'look-alike': selecting('lookAlike'),
  'stray-characters': selecting('strayCharacters'),
  'empty-origin': unfolded('emptyOrigin'),
  'method-case': selecting('methodCase'),
  'misspelt-credentials': selecting('misspeltCredentials'),
  'started-by': selecting('started'),
  'all-open': { ...unfolded('serverError'), lookAt: fold('proof') },
  'all-open-end': { ...unfolded('serverError'), lookAt: fold('browsers') },
  'all-open-allowed': { ...unfolded('allowed'), lookAt: fold('proof') },
  timing: { ...unfolded('manyRedirects', ['timing', 'preflights']), lookAt: fold('timing') },
  'timing-kept': { ...unfolded('savedAgain', ['timing', 'preflights']), lookAt: fold('timing') },
  'headers-open': { ...unfolded('duplicate', ['headers']), lookAt: fold('headers') },
  'headers-found': { ...unfolded('serverError', ['headers'], 'origin'), lookAt: fold('headers') },
  'headers-not-found': {
    ...unfolded('serverError', ['headers'], 'no such header'),
    lookAt: fold('headers'),
  },
  'hostile-open': { ...unfolded('hostile'), lookAt: fold('headers') },
  'after-the-fix': selecting('manyFailures'),
  'who-answered': selecting('behindCloudflare'),
  'what-if': editing('serverError'),
  'what-if-preflight': editing('headersNotAllowed'),
  'what-if-broken': editing('duplicate', OTHER_ORIGIN, { what: 'remove', message: '0 response', line: 2 }),
  'what-if-assumed': editing('allowed', { what: 'method', text: 'PUT' }),
  'what-if-refused': editing(
    'duplicate',
    { what: 'value', message: '0 response', line: 0, text: 'https://zażółć.example' },
    { what: 'method', text: 'TRACE' },
    { what: 'status', message: '0 response', text: '2oo' },
  ),
  'what-if-redirected': editing('failsElsewhere'),
  'what-if-hostile': editing('hostile'),
  'own-advice': { exchanges: exchanges(...COULD_BE_BETTER), set: (state) => state.select('echoed') },
  configuration: configuring('serverError'),
  'configuration-credentials': configuring('wildcardWithCredentials'),
  'configuration-edited': configuring('headersNotAllowed', (state) => {
    state.folds.value = new Map([['policy', true]]);
    const target = state.configuration.value?.key ?? '';
    state.configurations.choose(target, [], 'nginx');
    state.configurations.change(target, {
      origins: 'http://localhost:5173\nhttp://api.example.com\nhttps://api.example.com',
      credentials: true,
      path: '/v1/',
    });
  }),
  'configuration-public': configuring('serverError', (state) => {
    state.configurations.change(state.configuration.value?.key ?? '', { everybody: true });
  }),
  'configuration-refused': configuring('serverError', (state) => {
    state.folds.value = new Map([['policy', true]]);
    state.configurations.change(state.configuration.value?.key ?? '', {
      origins: 'api.example.com; api',
    });
  }),
  'configuration-plain': configuring('serverError', (state) => {
    state.folds.value = new Map([['configuration-notes', false]]);
  }),
  advice: advising([...exchanges(...COULD_BE_BETTER), ...savedOften(12)]),
  'advice-open': advising(
    [...exchanges(...COULD_BE_BETTER), ...savedOften(12)],
    'reflected-origin-with-credentials https://shop-api.example.net',
  ),
  'advice-none': advising(exchanges('allowedScript')),
  'advice-nothing-yet': advising([]),
  'advice-hostile': advising(
    exchanges('hostileServer', 'hostileServerAgain'),
    `reflected-origin-with-credentials https://very-long-host-name-that-does-not-end.${'sub.'.repeat(12)}example.com`,
  ),
  apis: showingApis([...exchanges(...ALL, 'manyFailures', 'saved', 'savedAgain'), ...savedOften(12)]),
  'apis-open': showingApis(exchanges(...ALL), 'https://api.example.com POST /v1/orders fails'),
  'apis-all-fine': showingApis([...exchanges('allowed', 'allowedScript'), ...savedOften(3)]),
  'apis-many': showingApis(manyApis(40)),
  'apis-none': showingApis([]),
  'apis-hostile': showingApis(exchanges('hostile', 'hostileServer', 'hostileServerAgain')),
  many: { exchanges: manyExchanges(5000), set: (state) => state.select('serverError-3') },
  'lost-before-anything': {
    tab: null,
    set: (state) => {
      state.connection.value = 'lost';
    },
  },
  lost: {
    ...selecting('serverError'),
    set: (state) => {
      state.connection.value = 'lost';
      state.select('serverError');
    },
  },
  'storage-full': { exchanges: exchanges(...SOME), tab: { problem: 'storage-full', dropped: 120 } },
  'incomplete-list': {
    exchanges: exchanges(...SOME),
    tab: { page: 'https://www.example.com/', recording: { on: true, why: 'panel-open', complete: false } },
  },
  'paused-list': { exchanges: exchanges(...SOME), tab: { recording: { on: false, why: 'paused-by-user' } } },
  'page-not-granted-list': {
    exchanges: exchanges(...SOME),
    gap: { kind: 'page-not-granted', sites: ['https://shop.example.com'] },
  },
  'hidden-list': {
    exchanges: exchanges(...SOME),
    gap: { kind: 'hidden', sites: ['https://intranet.example.com'] },
  },
  'forbidden-list': {
    exchanges: exchanges(...SOME),
    gap: { kind: 'forbidden', sites: ['https://metrics.example.net'] },
  },
  'mixed-content-list': {
    exchanges: exchanges(...SOME),
    gap: { kind: 'mixed-content', sites: ['http://metrics.example.net'] },
  },
  help: {
    ...selecting('serverError'),
    set: (state) => {
      state.select('serverError');
      state.showsHelp.value = true;
    },
  },
  report: { ...selecting('serverError'), report: REPORT },
  'report-cut': { ...selecting('duplicate'), report: { ...REPORT, leftOut: 1_234 }, hasTab: false },
  har: { ...selecting('serverError'), report: HAR },
  'har-empty': { exchanges: [], report: HAR },
  compared: {
    ...selecting('serverError'),
    report: REPORT,
    compared: comparedForGallery,
    set: (state) => {
      state.select('serverError');
      state.view.value = 'compared';
    },
  },
  'compared-explained': { ...selecting('serverError'), report: REPORT, compared: comparedForGallery },
  opening: { exchanges: exchanges(...SOME), opening: 'www.example.com.har' },
  'report-empty': { report: { ...REPORT, browser: null } },
  'file-problem': {
    exchanges: exchanges(...SOME),
    fileProblem: { file: 'cors-report.json', kind: 'not-json' },
  },
  'file-damaged': {
    exchanges: exchanges(...SOME),
    fileProblem: {
      file: `<b>${'long-name-'.repeat(12)}\u202e.json`,
      kind: 'damaged',
      at: 'exchanges.12.hops.0.response.headers.3.1',
      what: 'missing',
    },
  },
  dropped: { exchanges: exchanges(...SOME), tab: { dropped: 1_234 } },
  'back-again': {
    ...selecting('serverError'),
    tab: { recording: { on: true, why: 'development-origin', complete: false } },
  },
  'nothing-granted-list': { exchanges: exchanges(...SOME), gap: { kind: 'nothing-granted', sites: [] } },
  'targets-not-granted-list': {
    exchanges: exchanges(...SOME),
    gap: { kind: 'targets-not-granted', sites: ['https://api.example.com', 'https://cdn.example.net'] },
  },
  'targets-unknown-list': { exchanges: exchanges(...SOME), gap: { kind: 'targets-unknown' } },
  'kept-out-list': { exchanges: exchanges(...SOME), gap: { kind: 'kept-out' } },
  'several-notices': {
    exchanges: exchanges(...SOME),
    tab: { problem: 'storage-full', dropped: 1_234, recording: { on: false, why: 'paused-by-user' } },
    gap: { kind: 'targets-not-granted', sites: ['https://api.example.com', 'https://cdn.example.net'] },
  },
  'forced-colors': { ...selecting('serverError'), forcedColors: true },
  'forced-colors-what-if': { ...editing('duplicate', OTHER_ORIGIN), forcedColors: true },
  'forced-colors-apis': {
    ...showingApis(exchanges(...ALL), 'https://api.example.com POST /v1/orders fails'),
    forcedColors: true,
  },
  'private-window': {
    tab: {
      page: 'https://www.example.com/',
      isPrivate: true,
      recording: { on: true, why: 'panel-open', complete: true },
    },
  },
  'private-window-incomplete': {
    tab: {
      page: 'https://www.example.com/',
      isPrivate: true,
      recording: { on: true, why: 'panel-open', complete: false },
    },
  },
};

const MENUS = ['group', 'settings', 'open'] as const;

function openExport(panel: ParentNode): void {
  panel.querySelector<HTMLElement>('[data-action="export"]')?.click();
}

/** The export of a report, with what the user has chosen in it. */
function exporting(choices: Partial<ExportChoices>, format = 'markdown'): GalleryState {
  return {
    ...selecting('serverError'),
    set: (state) => {
      state.select('serverError');
      state.exporting.choices.value = { ...NOT_CHOSEN, ...choices };
      state.exporting.format.value = format;
    },
    does: openExport,
  };
}

/** Some mended, some not, and some that are new. */
function comparedForGallery(): ComparedVM {
  const before = exchanges('serverError', 'headersNotAllowed', 'duplicate', 'refused', 'trailingSlash');
  const after = before
    .filter(({ id }) => id !== 'refused')
    .map((exchange) => {
      if (exchange.id === 'serverError') return exchange;
      return applyFix(exchange, diagnose(exchange).fix);
    });
  const comparison = compareReports(
    reportOf(before),
    reportOf([...after, ...exchanges('preflightUnauthorized', 'font')]),
  );
  return toCompared(comparison, { before: 'cors-report-monday.json', after: REPORT.file });
}

function reportOf(recorded: readonly Exchange[]): Report {
  return createReport({
    exchanges: recorded,
    createdAt: '2026-11-21T10:00:00.000Z',
    extensionVersion: '1.0.0',
  });
}

/** With what looks like secrets in it. */
function exportingSecret(): GalleryState {
  const [failing] = exchanges('serverError');
  if (failing === undefined) throw new Error('There is no such exchange.');
  const [hop] = failing.hops;
  const url = `${hop.url}/u/ann.lee@example.com?share=Zk3vQ8rT1xYb6NwLp0HdC4sJe7`;
  return { ...exporting({}), exchanges: [{ ...failing, hops: [{ ...hop, url }] }] };
}

/** The same at a moment that passes too quickly to be looked at. */
function exportingFor(work: ExportWork): GalleryState {
  return {
    ...exporting({}),
    becomes: ({ exporting: { work: shown } }) => {
      (shown as Signal<ExportWork>).value = work;
    },
  };
}

/** Opens a menu of the toolbar. */
function openMenu(name: (typeof MENUS)[number]): (panel: ParentNode) => void {
  return (panel) => {
    const menu = panel.querySelectorAll<HTMLElement>('.toolbar-end .popover > button')[MENUS.indexOf(name)];
    if (menu === undefined) throw new Error(`The panel has no menu ${name}.`);
    menu.click();
  };
}

function typeFilter(panel: ParentNode, text: string): void {
  const input = panel.querySelector<HTMLInputElement>('.filter');
  if (input === null) throw new Error('The panel has no filter.');
  input.focus();
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Brings a panel's state into one of the gallery's. */
export function enter(
  state: PanelState,
  { exchanges: recorded = [], tab = {}, report, set }: GalleryState,
): void {
  if (report !== undefined) {
    state.connection.value = 'live';
    state.show(recorded);
  } else if (tab !== null) {
    state.connection.value = 'live';
    state.receive({ kind: 'snapshot', tab: { ...TAB, ...tab }, exchanges: recorded });
  }
  set?.(state);
}
