import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createListChoices } from '../../../../src/panel/state/list-choices.ts';
import {
  DEFAULT_VIEW,
  parseView,
  type RememberedView,
  rememberView,
} from '../../../../src/panel/state/remembered-view.ts';
import { COLUMN_IDS } from '../../../../src/panel/view-models/columns.ts';
import { GROUPINGS } from '../../../../src/panel/view-models/groups.ts';

const A_VIEW: RememberedView = {
  grouping: 'cause',
  sort: { column: 'status', direction: 'descending' },
  split: 60,
  servers: { express: 'node-http' },
  exportFormat: 'json',
};

describe('parseView', () => {
  it('gives back whatever view was stored', () => {
    const view = fc.record({
      grouping: fc.constantFrom(...GROUPINGS),
      sort: fc.record({
        column: fc.constantFrom(...COLUMN_IDS),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      split: fc.integer({ min: 25, max: 75 }),
      exportFormat: fc.string(),
      servers: fc.dictionary(fc.constantFrom('nginx', 'express'), fc.string()),
    });
    fc.assert(
      fc.property(view, (stored) => {
        expect(parseView(structuredClone(stored))).toEqual(stored);
      }),
    );
  });

  it('gives a view for anything that may be stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { grouping, split } = parseView(stored);
        expect(GROUPINGS).toContain(grouping);
        expect(split).toBeGreaterThanOrEqual(25);
        expect(split).toBeLessThanOrEqual(75);
      }),
    );
  });

  it.each([
    { what: 'nothing', stored: undefined, view: DEFAULT_VIEW },
    {
      what: 'a grouping of another version',
      stored: { ...A_VIEW, grouping: 'moon' },
      view: { ...A_VIEW, grouping: 'api' },
    },
    {
      what: 'a column that has gone',
      stored: { ...A_VIEW, sort: { column: 'size', direction: 'ascending' } },
      view: { ...A_VIEW, sort: DEFAULT_VIEW.sort },
    },
    { what: 'a list without width', stored: { ...A_VIEW, split: 0 }, view: { ...A_VIEW, split: 42 } },
  ])('of $what keeps what can be read', ({ stored, view }) => {
    expect(parseView(stored)).toEqual(view);
  });
});

describe('rememberView', () => {
  function setUp() {
    const choices = createListChoices(A_VIEW);
    const taken: (() => void)[] = [];
    const remember = vi.fn(() => new Promise<void>((resolve) => taken.push(resolve)));
    const servers = signal(A_VIEW.servers);
    rememberView({ ...choices, servers, exportFormat: signal(A_VIEW.exportFormat) }, remember);
    return {
      choices,
      servers,
      remember,
      /** Says that the view handed over last was taken. */
      take: async () => {
        taken.pop()?.();
        await Promise.resolve();
      },
    };
  }

  it('writes nothing as long as nothing is chosen', () => {
    expect(setUp().remember).not.toHaveBeenCalled();
  });

  it('writes a choice at once, for the panel may be gone a moment later', () => {
    const { choices, remember } = setUp();
    choices.grouping.value = 'none';
    expect(remember.mock.calls).toEqual([[{ ...A_VIEW, grouping: 'none' }]]);
  });

  it('writes which configuration was wanted', () => {
    const { servers, remember } = setUp();
    servers.value = { nginx: 'php' };
    expect(remember).toHaveBeenCalledExactlyOnceWith({ ...A_VIEW, servers: { nginx: 'php' } });
  });

  it('writes the newest of what was chosen while a view was taken, and none in between', async () => {
    const { choices, remember, take } = setUp();
    for (const split of [50, 51, 52]) choices.split.value = split;
    await take();
    expect(remember.mock.calls).toEqual([[{ ...A_VIEW, split: 50 }], [{ ...A_VIEW, split: 52 }]]);
    await take();
    expect(remember).toHaveBeenCalledTimes(2);
    choices.grouping.value = 'api';
    expect(remember).toHaveBeenLastCalledWith({ ...A_VIEW, grouping: 'api', split: 52 });
  });

  it('has nothing to do with the filter, which the next page doesn’t need', () => {
    const { choices, remember } = setUp();
    choices.filterText.value = 'orders';
    expect(remember).not.toHaveBeenCalled();
  });
});
