import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { InspectedPage } from '../../platform/inspected-page.ts';
import { type AccessGap, findAccessGap } from '../view-models/access-gap.ts';
import type { PanelState } from './panel-state.ts';

/** What has ended is told by the browser, and counts for the page's answer, before this; more may come together. */
const DELAY_MS = 1_500;

/**
 * What the browser hides from us no event of ours tells of. The look takes about a millisecond; to be told of each request
 * of the page would cost Chromium more than the request does.
 */
const REPEAT_MS = 3_000;

export interface AccessSources {
  /** Asks the page in front of DevTools; null where it can't be asked, or doesn't answer. */
  readonly read: () => Promise<InspectedPage | null>;
  /** Calls back whenever it is another page. */
  readonly onNavigated: (listener: () => void) => void;
  /** Whether targets must be granted besides the page. */
  readonly targetsNeedAccess: boolean;
}

/**
 * What is missing for want of access: a request that the browser hides is only to be seen in the page. It is asked after
 * every change, and every few seconds besides.
 */
export function watchAccess(
  state: Pick<PanelState, 'tab' | 'exchanges'>,
  { read, onNavigated, targetsNeedAccess }: AccessSources,
): ReadonlySignal<AccessGap> {
  const page = signal<InspectedPage | null>(null);
  const gap = computed<AccessGap>(() => {
    const tab = state.tab.value;
    if (tab === null) return { kind: 'none' };
    return findAccessGap({ tab, page: page.value, exchanges: state.exchanges.value, targetsNeedAccess });
  });
  const openedAt = Date.now();
  /** What the page asked before is no sign of anything: it could not be seen, or was cleared. */
  let since = 0;
  let access = '';
  let isEmpty = true;
  let wasRefused = false;
  let isPlanned = false;
  /** Something happened that is too new for the look that was planned by then. */
  let isAnotherNeeded = false;

  function plan(afterMs: number): void {
    if (isPlanned) {
      isAnotherNeeded = true;
      return;
    }
    isPlanned = true;
    isAnotherNeeded = false;
    setTimeout(() => void look(), afterMs);
  }

  async function look(): Promise<void> {
    const answer = await read();
    isPlanned = false;
    // A page that is just going away doesn't answer either.
    const isRefused = answer?.kind === 'refused';
    if (!isRefused || wasRefused) keep(answer);
    if (isRefused && !wasRefused) plan(DELAY_MS);
    else if (isAnotherNeeded) plan(DELAY_MS);
    else if (answer !== null) plan(REPEAT_MS);
    wasRefused = isRefused;
  }

  function keep(answer: InspectedPage | null): void {
    const recording = state.tab.value?.recording;
    const from = recording?.on === true && recording.complete ? since : Math.max(since, openedAt);
    const now =
      answer?.kind === 'page' ? { ...answer, asked: answer.asked.filter(({ at }) => at >= from) } : answer;
    if (JSON.stringify(now) !== JSON.stringify(page.value)) page.value = now;
  }

  effect(() => {
    const tab = state.tab.value;
    const wasEmpty = isEmpty;
    const accessBefore = access;
    isEmpty = state.exchanges.value.length === 0;
    access = JSON.stringify(tab?.hostAccess ?? '');
    if ((isEmpty && !wasEmpty) || (access !== accessBefore && accessBefore.length > 2)) since = Date.now();
    if (tab !== null) plan(DELAY_MS);
  });
  onNavigated(() => plan(DELAY_MS));
  return gap;
}
