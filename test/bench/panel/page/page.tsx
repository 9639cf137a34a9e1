import { render } from 'preact';
import { applyFix } from '../../../../src/fixes/index.ts';
import { App } from '../../../../src/panel/app.tsx';
import { drawByFrame } from '../../../../src/panel/draw-by-frame.ts';
import { later, soon } from '../../../../src/panel/later.ts';
import { watchAccess } from '../../../../src/panel/state/access-gap.ts';
import { askNetworkLog } from '../../../../src/panel/state/ask-network-log.ts';
import { followNetworkLog } from '../../../../src/panel/state/follow-network-log.ts';
import { createInbox } from '../../../../src/panel/state/inbox.ts';
import { selectFirstFailure } from '../../../../src/panel/state/initial-selection.ts';
import { createPanelState, type PanelState } from '../../../../src/panel/state/panel-state.ts';
import { settleUnknown } from '../../../../src/panel/state/settle-unknown.ts';
import type { ColumnId } from '../../../../src/panel/view-models/columns.ts';
import type { Grouping } from '../../../../src/panel/view-models/groups.ts';
import { openPanelConnection } from '../../../../src/platform/panel-connection.ts';
import type { FormatId } from '../../../../src/report/index.ts';
import { adviseInSteps, diagnose } from '../../../../src/rules/index.ts';
import { IDLE_COMMANDS } from '../../../idle-commands.ts';
import type { FromBackground, ToBackground } from './background.ts';
import { type Blocks, watchBlocks } from './watch-blocks.ts';

/** Milliseconds, and how the page was meanwhile. */
export interface Measured extends Blocks {
  /** As `performance.now()` counts. */
  readonly startedAt: number;
  readonly took: number;
}

export interface Opened extends Measured {
  /** Until the first rows were on the screen. */
  readonly firstRows: number;
  /** Until all were listed. */
  readonly allListed: number;
}

/** What the benchmark has the page do, as `globalThis.bench`. */
export interface Bench {
  /** Gives the background that many exchanges; resolves to how long JSON.parse takes for them. */
  fill(count: number): Promise<number>;
  /** Does what the panel's own script does, until every exchange has its verdict. */
  open(): Promise<Opened>;
  /** One key into the filter. */
  type(text: string): Promise<Measured>;
  /** Clicks the row at that place in the window. */
  select(place: number): Promise<Measured>;
  press(key: string): Promise<Measured>;
  /** Opens the menu of the next two; it stays open. */
  openMenu(): Promise<Measured>;
  group(by: Grouping): Promise<Measured>;
  sort(by: ColumnId): Promise<Measured>;
  /** Through the whole list, a step for each frame. */
  scroll(): Promise<Measured>;
  /** The export of all requests, from the button until its text is on the screen. */
  exportAll(format: FormatId, hasAliases: boolean): Promise<Measured>;
  /** While requests come. */
  receive(perSecond: number, seconds: number): Promise<Measured>;
}

export type BenchWindow = typeof globalThis & { readonly bench: Bench };

const worker = new Worker(new URL('./background.ts', import.meta.url), { type: 'module' });
const tell = (message: ToBackground) => worker.postMessage(message);
let toPanel: (message: unknown) => void = () => undefined;
let filled: (parseMs: number) => void = () => undefined;
let received: () => void = () => undefined;
let total = 0;
let panel: PanelState | undefined;

worker.addEventListener('message', ({ data }: MessageEvent<FromBackground>) => {
  switch (data.kind) {
    case 'filled':
      filled(data.parseMs);
      return;
    case 'requests-done':
      received();
      return;
    case 'to-panel':
      toPanel(data.message);
  }
});

/** As `src/panel/main.tsx`, with nothing to be had from DevTools. */
function openPanel(): PanelState {
  const limits = { exchanges: 1_000_000, characters: Number.POSITIVE_INFINITY };
  const opened = createPanelState({ diagnose, adviseInSteps, applyFix, later, soon, asksPage: true, limits });
  openPanelConnection({
    tabId: 1,
    watches: true,
    onMessage: createInbox((message) => drawByFrame(() => opened.receive(message)), soon),
    onState: (now) =>
      drawByFrame(() => {
        opened.connection.value = now;
      }),
    connect: () => ({
      postMessage: (message) => tell({ kind: 'from-panel', message }),
      disconnect: () => undefined,
      onMessage: {
        addListener: (listener) => {
          toPanel = listener;
        },
      },
      onDisconnect: { addListener: () => undefined },
    }),
  });
  if (navigator.userAgent.includes('Firefox'))
    followNetworkLog(opened, { watch: () => undefined, read: () => null }, later);
  else askNetworkLog(opened, { ask: async () => [], glance: () => null, read: () => null }, later);
  selectFirstFailure(opened, () => true);
  settleUnknown(opened, async () => []);
  const gap = watchAccess(opened, {
    read: async () => null,
    onNavigated: () => undefined,
    targetsNeedAccess: false,
  });
  render(<App state={opened} gap={gap} commands={IDLE_COMMANDS} hasTab={true} />, document.body);
  return opened;
}

/** Resolves when what was drawn is on the screen. */
function shown(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await shown();
}

async function measure(act: () => unknown): Promise<Measured> {
  const startedAt = performance.now();
  const stop = watchBlocks();
  await act();
  await shown();
  return { startedAt, took: performance.now() - startedAt, ...stop() };
}

/** Until the list is arranged otherwise, and that is on the screen. */
function rearrange(act: () => void): Promise<Measured> {
  return measure(async () => {
    const arrangement = () => panel?.list.peek().arrangement;
    const before = arrangement();
    act();
    while (arrangement() === before) await shown();
  });
}

function find(selector: string): HTMLElement {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}.`);
  return element;
}

const bench: Bench = {
  fill: (count) =>
    new Promise((resolve) => {
      filled = resolve;
      tell({ kind: 'fill', count });
      total = count;
    }),
  open: async () => {
    const startedAt = performance.now();
    let firstRows = 0;
    let allListed = 0;
    const measured = await measure(async () => {
      const opened = openPanel();
      panel = opened;
      await until(() => document.querySelector('[data-exchange-id]') !== null);
      firstRows = performance.now() - startedAt;
      await until(() => opened.exchanges.value.length === total);
      allListed = performance.now() - startedAt;
      await until(() => opened.waiting.value === 0);
    });
    return { ...measured, firstRows, allListed };
  },
  type: (text) =>
    rearrange(() => {
      const filter = find('.filter');
      if (filter instanceof HTMLInputElement) filter.value = text;
      filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }),
  select: (place) =>
    measure(() => {
      const row = [...document.querySelectorAll('[data-exchange-id]')].at(place);
      row?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }),
  press: (key) =>
    measure(() => {
      find('.list-scroller').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }),
  openMenu: () => measure(() => find('.toolbar-end .popover button').click()),
  group: (by) => rearrange(() => find(`input[name=grouping][value=${by}]`).click()),
  sort: (by) =>
    rearrange(() => {
      const columns = find('.order select');
      if (columns instanceof HTMLSelectElement) columns.value = by;
      columns.dispatchEvent(new Event('change', { bubbles: true }));
    }),
  scroll: () =>
    measure(async () => {
      const scroller = find('.list-scroller');
      const { scrollHeight } = scroller;
      for (let step = 0; step <= 60; step += 1) {
        scroller.scrollTop = (scrollHeight * step) / 60;
        await shown();
      }
    }),
  exportAll: async (format, hasAliases) => {
    const measured = await measure(async () => {
      if (panel === undefined) return;
      const { exporting } = panel;
      exporting.format.value = format;
      exporting.choices.value = { scope: 'all', isComplete: false, hasAliases };
      find('[data-action="export"]').click();
      await until(() => exporting.work.value.is === 'working');
      await until(() => exporting.work.value.is !== 'working');
      if (exporting.work.value.is !== 'done') throw new Error(`The export ${exporting.work.value.is}.`);
    });
    find('dialog [data-action="close"]').click();
    await until(() => document.querySelector('dialog') === null);
    return measured;
  },
  receive: (perSecond, seconds) =>
    measure(
      () =>
        new Promise<void>((resolve) => {
          received = resolve;
          tell({ kind: 'requests', perSecond, seconds });
        }),
    ),
};
Object.assign(globalThis, { bench });
