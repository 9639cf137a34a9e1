import { describe, expect, it } from 'vitest';
import { type ListCommand, moveInList, readListKey } from '../../../../src/panel/components/list-keys.ts';
import type { Press } from '../../../../src/panel/view-models/keys.ts';
import { STARTED_AT } from '../../../rules/exchange-builder.ts';
import { listOf, rowsOf } from '../some-rows.ts';

const ROWS = rowsOf('allowed', 'serverError', 'refused', 'allowedScript');

/** A heading, `allowed`, `serverError`, a heading, `refused`, a heading, `allowedScript`. */
const GROUPED = listOf(ROWS, { grouping: 'api' }).items;
/** `allowed`, `serverError`, a mark, `refused`, `allowedScript`, a mark. */
const MARKED = listOf(ROWS, {
  navigations: [
    { url: 'http://localhost/', at: STARTED_AT + 150 },
    { url: 'http://localhost/', at: STARTED_AT + 9_000 },
  ],
}).items;

describe('moveInList', () => {
  it.each([
    { key: 'ArrowDown', index: 3, expected: 4 },
    { key: 'ArrowDown', index: 6, expected: 6 },
    { key: 'ArrowDown', index: -1, expected: 0 },
    { key: 'ArrowUp', index: 3, expected: 2 },
    { key: 'ArrowUp', index: 0, expected: 0 },
    { key: 'PageDown', index: 1, expected: 5 },
    { key: 'PageDown', index: 5, expected: 6 },
    { key: 'PageUp', index: 3, expected: 0 },
    { key: 'Home', index: 3, expected: 0 },
    { key: 'End', index: 3, expected: 6 },
    { key: 'Enter', index: 3, expected: null },
    { key: 'a', index: 3, expected: null },
  ])('$key on line $index of 7 leads to $expected', ({ key, index, expected }) => {
    expect(moveInList(key, { items: GROUPED, index, perPage: 4 })).toBe(expected);
  });

  it.each([
    { key: 'ArrowDown', index: 1, expected: 3 },
    { key: 'ArrowUp', index: 3, expected: 1 },
    { key: 'PageDown', index: 0, expected: 3 },
    { key: 'ArrowDown', index: 4, expected: 4 },
    { key: 'End', index: 0, expected: 4 },
  ])('$key on line $index passes over marks of page loads, to $expected', ({ key, index, expected }) => {
    expect(moveInList(key, { items: MARKED, index, perPage: 2 })).toBe(expected);
  });

  it('leads nowhere in an empty list', () => {
    expect(moveInList('End', { items: [], index: -1, perPage: 4 })).toBeNull();
  });
});

describe('readListKey', () => {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const heading = GROUPED.at(0);
  if (heading?.type !== 'group') throw new Error('The list is not grouped.');

  it.each<{
    press: Partial<Press> & { key: string };
    on: number;
    selected?: number;
    command: ListCommand | null;
  }>([
    { press: { key: 'ArrowDown' }, on: 1, command: { kind: 'move', to: 2, extend: false } },
    { press: { key: 'ArrowDown', shiftKey: true }, on: 1, command: { kind: 'move', to: 2, extend: true } },
    { press: { key: 'ArrowDown', ctrlKey: true }, on: 1, command: null },
    { press: { key: 'ArrowLeft' }, on: 2, command: { kind: 'move', to: 0, extend: false } },
    { press: { key: 'ArrowLeft' }, on: 0, command: { kind: 'toggle-group', group: heading, all: false } },
    { press: { key: 'ArrowRight' }, on: 0, command: null },
    { press: { key: 'Enter' }, on: 0, command: { kind: 'toggle-group', group: heading, all: false } },
    {
      press: { key: 'Enter', altKey: true },
      on: 0,
      command: { kind: 'toggle-group', group: heading, all: true },
    },
    { press: { key: 'Enter' }, on: 1, command: { kind: 'open' } },
    { press: { key: 'a', ctrlKey: true }, on: 1, command: { kind: 'select-all' } },
    { press: { key: 'a', metaKey: true }, on: 1, command: { kind: 'select-all' } },
    { press: { key: 'a' }, on: 0, command: { kind: 'show-api', target: 'https://api.example.com' } },
    { press: { key: 'a' }, on: 4, command: { kind: 'show-api', target: 'http://localhost:9090' } },
    { press: { key: 'a', altKey: true }, on: 1, command: null },
    { press: { key: 'Escape' }, on: 1, selected: 2, command: { kind: 'select-one' } },
    { press: { key: 'Escape' }, on: 1, command: null },
  ])('$press on line $on: $command', ({ press, on, selected = 1, command }) => {
    expect(readListKey({ ...none, ...press }, { items: GROUPED, index: on, perPage: 4, selected })).toEqual(
      command,
    );
  });
});
