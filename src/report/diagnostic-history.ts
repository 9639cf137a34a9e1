import type { Exchange } from '../model/exchange.ts';
import type { History } from '../rules/history.ts';
import { indexHistory, targetOf } from '../rules/index-history.ts';
import type { DiagnosisSummary, Report } from './report.ts';

/** What of a report its diagnoses hang on. */
type Diagnosed = Pick<Report, 'exchanges' | 'context'> & {
  readonly diagnoses: readonly Pick<DiagnosisSummary, 'exchange' | 'history'>[];
};

/**
 * What each exchange of a report is diagnosed with, so that whoever opens it is told what its author was told: exactly
 * the exchanges that its diagnosis names, or if it names none, the others of the report. Exchanges are known by their
 * ids, so it also serves one that was changed, such as by `applyFix`.
 */
export function diagnosticHistory(report: Diagnosed): (exchange: Exchange) => History {
  const { exchanges, context = [], diagnoses } = report;
  const ownById = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const contextById = new Map(context.map((exchange) => [exchange.id, exchange]));
  // Of a report of all that was recorded none names any, and it may have thousands.
  const namedById = new Map(
    diagnoses.flatMap(({ exchange, history }) => (history === undefined ? [] : [[exchange, history]])),
  );
  const amongOwn = indexHistory(exchanges);
  return (exchange) => {
    const named = namedById.get(exchange.id);
    if (named === undefined) return amongOwn(ownById.get(exchange.id) ?? exchange);
    return historyOf(named.flatMap((id) => ownById.get(id) ?? contextById.get(id) ?? []));
  };
}

/** The history that consists of these exchanges, oldest first. */
export function historyOf(exchanges: readonly Exchange[]): History {
  return { ofTarget: (origin) => exchanges.filter((exchange) => targetOf(exchange) === origin) };
}
