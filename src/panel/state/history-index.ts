import type { Exchange } from '../../model/exchange.ts';
import type { History } from '../../rules/history.ts';
import { targetOf, viewOfGroup } from '../../rules/index-history.ts';
import { groupBy } from '../group-by.ts';
import { changesBetween, countBefore, withChanges } from '../in-order.ts';

/** What `indexHistory` makes of the exchanges of a panel, kept up to date from one version of them to the next. */
export interface HistoryIndex {
  /** @param ordered all exchanges, oldest first */
  update(ordered: readonly Exchange[]): void;
  /** The view that an exchange has of the others, as they are when it looks. */
  historyOf(exchange: Exchange): History;
  /** The exchanges by their targets, each oldest first. */
  groups(): ReadonlyMap<string, readonly Exchange[]>;
}

export function createHistoryIndex(): HistoryIndex {
  let indexed: readonly Exchange[] = [];
  const groups = new Map<string, readonly Exchange[]>();
  const groupOf = (target: string): readonly Exchange[] => groups.get(target) ?? [];

  function isIndexed(exchange: Exchange): boolean {
    const group = groupOf(targetOf(exchange));
    return group[countBefore(group, exchange)] === exchange;
  }

  return {
    update: (ordered) => {
      const { come, gone } = changesBetween(indexed, ordered);
      indexed = ordered;
      const coming = groupBy(come, targetOf);
      const going = groupBy(gone, targetOf);
      for (const target of new Set([...coming.keys(), ...going.keys()])) {
        const changes = { come: coming.get(target) ?? [], gone: going.get(target) ?? [] };
        const group = withChanges(groupOf(target), changes);
        if (group.length === 0) groups.delete(target);
        else groups.set(target, group);
      }
    },
    historyOf: (exchange) => ({
      ofTarget: (origin) => {
        const group = groupOf(origin);
        return viewOfGroup(
          exchange,
          group,
          isIndexed(exchange) ? countBefore(group, exchange) : group.length,
        );
      },
    }),
    groups: () => groups,
  };
}
