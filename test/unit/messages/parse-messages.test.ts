import { describe, expect, it } from 'vitest';
import { parseBackgroundMessage } from '../../../src/messages/parse-background-message.ts';
import { parsePanelMessage } from '../../../src/messages/parse-panel-message.ts';
import { aTabState } from '../../tab-state.ts';

const tab = aTabState();

describe("a panel's message", () => {
  it.each([
    { kind: 'subscribe', tabId: 7, watches: true },
    { kind: 'subscribe', tabId: 7, watches: false },
    { kind: 'clear' },
    { kind: 'set-recording', on: true },
    { kind: 'set-keep-on-navigation', on: false },
    { kind: 'set-site', origin: 'https://a.example:8443', on: true },
    { kind: 'set-everywhere', on: true },
    { kind: 'set-count-on-button', on: false },
    { kind: 'open-in-tab' },
    { kind: 'received' },
    { kind: 'ping' },
  ])('%j is one', (message) => {
    expect(parsePanelMessage(message)).toEqual(message);
  });

  it.each([
    null,
    undefined,
    'ping',
    [],
    {},
    { kind: 'unknown' },
    { kind: 'subscribe' },
    { kind: 'subscribe', tabId: 7 },
    { kind: 'subscribe', tabId: '7', watches: true },
    { kind: 'subscribe', tabId: 1.5, watches: true },
    { kind: 'subscribe', tabId: 7, watches: 1 },
    { kind: 'subscribe', tabId: 7, other: true },
    { kind: 'clear', extra: true },
    { kind: 'clear', kinds: undefined },
    { kind: 'toString' },
    { kind: ['ping'] },
    { kind: 'set-recording', on: 1 },
    { kind: 'set-site', origin: 'https://a.example/', on: true },
    { kind: 'set-site', origin: 'https://a.example/path', on: true },
    { kind: 'set-site', origin: 'null', on: true },
    { kind: 'set-site', origin: 'javascript:alert(1)', on: true },
    { kind: 'set-site', origin: '<all_urls>', on: true },
  ])('%j is none', (message) => {
    expect(parsePanelMessage(message)).toBeNull();
  });
});

describe("the background's message", () => {
  it.each([
    { kind: 'snapshot', tab, exchanges: [] },
    { kind: 'delta', tab, changed: [], removed: ['1'] },
    { kind: 'cleared', tab },
  ])('%j is one', (message) => {
    expect(parseBackgroundMessage(message)).toBe(message);
  });

  it.each([
    null,
    { kind: 'snapshot', tab },
    { kind: 'delta', tab, changed: [] },
    { kind: 'cleared' },
    { kind: 'cleared', tab: { ...tab, dropped: 'no' } },
    { kind: 'other', tab },
  ])('%j is none', (message) => {
    expect(parseBackgroundMessage(message)).toBeNull();
  });
});
