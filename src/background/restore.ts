import { originOf } from '../model/origin.ts';
import type { OpenTab } from '../platform/tabs.ts';
import { pageUrl } from './navigation.ts';
import { EXCHANGE_KEY, FORGOTTEN_KEY, type Persistence, TAB_KEY } from './persistence.ts';
import type { Recorder } from './recorder.ts';
import type { RecorderRecord } from './recorder-record.ts';
import type { TabRecord, TabRegistry } from './tab-registry.ts';

/** Puts tabs and exchanges back as they were when the browser stopped us. */
export function restoreRecording(
  stored: ReadonlyMap<string, string>,
  tabs: TabRegistry,
  recorder: Recorder,
  persistence: Persistence,
  now: number,
): void {
  const records: RecorderRecord[] = [];
  for (const [key, value] of stored) {
    if (key.startsWith(EXCHANGE_KEY)) records.push(...parseRecord(value));
    if (key.startsWith(TAB_KEY)) for (const tab of parseTab(value)) tabs.restore(tab);
  }
  records.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  persistence.setAges(records.map(({ exchange }) => EXCHANGE_KEY + exchange.id));
  for (const record of records) recorder.restore(record, now);
  recorder.restoreForgotten(parseIds(stored.get(FORGOTTEN_KEY)));
}

/** Learns of pages that were there before us (or before we were allowed to know): some of their requests went by unseen. */
export function adoptTabs(openTabs: readonly OpenTab[], tabs: TabRegistry): void {
  for (const { tabId, url, isPrivate = false } of openTabs) {
    if (isPrivate && !tabs.get(tabId).isPrivate) tabs.update(tabId, { isPrivate });
    const known = tabs.find(tabId);
    if (url === undefined || (known?.page !== undefined && !known.isKeptOut)) continue;
    tabs.update(tabId, {
      isKeptOut: false,
      page: pageUrl(url),
      origin: originOf(url),
      keptOrigins: [{ origin: originOf(url), since: 0 }],
    });
  }
}

/**
 * What we stored ourselves in this session of the browser, read again: no other version of us, and nobody else, can
 * write there. So it is only made sure that it is JSON of the right kind; an array of one, or of none if it isn't.
 */
function parseRecord(text: string): readonly RecorderRecord[] {
  const value = parseObject(text);
  return value !== null && 'exchange' in value ? [value as RecorderRecord] : [];
}

/** The same for a tab. */
function parseTab(text: string): readonly TabRecord[] {
  const value = parseObject(text);
  return value !== null && 'tabId' in value ? [value as TabRecord] : [];
}

function parseIds(text: string | undefined): readonly string[] {
  const value = parseObject(text ?? '[]');
  return Array.isArray(value) ? value.map(String) : [];
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
