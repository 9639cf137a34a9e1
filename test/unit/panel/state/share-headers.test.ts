import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { MAX_REMEMBERED } from '../../../../src/model/limits.ts';
import { createShareHeaders } from '../../../../src/panel/state/share-headers.ts';
import { withHeaders } from '../../../bench/exchanges.ts';
import { exchanges } from '../../../gallery/exchanges.ts';
import { aTabState } from '../../../tab-state.ts';

const ALL = exchanges('serverError', 'headersNotAllowed', 'allowed', 'refused', 'pending', 'duplicate');

/** As it comes through a port: nothing in it is the same object as anything else. */
function delta(changed: readonly Exchange[]): BackgroundMessage {
  return { kind: 'delta', tab: aTabState(), changed: structuredClone(changed), removed: [] };
}

const exchangesIn = (message: BackgroundMessage) => (message.kind === 'delta' ? message.changed : []);
const linesOf = ({ hops }: Exchange) =>
  hops.flatMap(({ request, response, preflight }) =>
    [request, response, preflight?.request, preflight?.response].flatMap((message) => message?.headers ?? []),
  );

describe('createShareHeaders', () => {
  it('changes nothing that a message says', () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray([...ALL]), { maxLength: 4 }), (messages) => {
        const share = createShareHeaders();
        for (const some of messages) expect(share(delta(some))).toEqual(delta(some));
        const cleared: BackgroundMessage = { kind: 'cleared', tab: aTabState() };
        const snapshot: BackgroundMessage = { kind: 'snapshot', tab: aTabState(), exchanges: ALL };
        expect([share(cleared), share(snapshot)]).toEqual([cleared, snapshot]);
      }),
    );
  });

  it('makes the same lines the same objects, from message to message', () => {
    const share = createShareHeaders();
    const [before, after] = [share(delta(ALL)), share(delta(ALL))].map((message) =>
      exchangesIn(message).flatMap(linesOf),
    );
    expect(before?.length).toBeGreaterThan(10);
    expect(after).toHaveLength(before?.length ?? 0);
    for (const [index, line] of (after ?? []).entries()) expect(line).toBe(before?.[index]);
  });

  it('stays right when more different lines come than it remembers', () => {
    const share = createShareHeaders();
    const many = withHeaders(MAX_REMEMBERED * 3);
    expect(exchangesIn(share(delta([many, ...ALL])))).toEqual([many, ...ALL]);
    expect(exchangesIn(share(delta([many, ...ALL])))).toEqual([many, ...ALL]);
  });
});
