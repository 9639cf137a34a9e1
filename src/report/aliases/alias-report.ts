import { PLATFORMS } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { originOf } from '../../model/origin.ts';
import { finish, telling } from '../../model/steps.ts';
import { diagnose } from '../../rules/index.ts';
import { targetOf } from '../../rules/index-history.ts';
import type { ChooseConfiguration } from '../configurations.ts';
import { createReportInSteps } from '../create-report.ts';
import { diagnosticHistory } from '../diagnostic-history.ts';
import type { Report } from '../report.ts';
import type { Alias } from './alias-table.ts';
import { withAliasesInSteps } from './with-aliases.ts';

export interface AliasedReport {
  readonly report: Report;
  /** What was replaced by what, for whoever sends the report. It must not leave with it. */
  readonly aliases: readonly Alias[];
}

/** The same report with aliases (see `withAliases`). Pure: the same report gives the same aliases. */
export function aliasReport(report: Report): AliasedReport {
  return finish(aliasReportInSteps(report));
}

/**
 * The same report with aliases, in steps as those of `createReportInSteps`. Its exchanges are replaced first and diagnosed
 * anew, so that every word of it agrees. Advice is told from what the report has; configurations are written anew for the
 * same platforms, by what its requests need.
 */
export function* aliasReportInSteps(report: Report): Generator<number, AliasedReport> {
  const { exchanges, context, aliases } = yield* telling(withAliasesInSteps(report), () => 0);
  for (const exchange of exchanges) {
    // It is kept, or all would be parsed at once when the first of them is diagnosed.
    targetOf(exchange);
    yield 0;
  }
  const historyOf = diagnosticHistory({ exchanges, context, diagnoses: report.diagnoses });
  const { createdAt, extensionVersion } = report;
  const created = yield* createReportInSteps({
    exchanges,
    createdAt,
    extensionVersion,
    diagnoseExchange: (exchange) => diagnose(exchange, historyOf(exchange)),
    ...(report.configurations === undefined ? {} : { chooseConfiguration: samePlatforms(report, exchanges) }),
  });
  const diagnoses = created.diagnoses.map((diagnosis, index) => {
    const history = report.diagnoses[index]?.history;
    return history === undefined ? diagnosis : { ...diagnosis, history };
  });
  return {
    report: { ...created, ...(context.length === 0 ? {} : { context }), diagnoses, aliased: true },
    aliases,
  };
}

/** Chooses for each server the platform that the report has for the original. */
function samePlatforms(
  { exchanges, configurations = [] }: Report,
  aliased: readonly Exchange[],
): ChooseConfiguration {
  const platforms = new Map(configurations.map(({ target, platform }) => [target, platform]));
  const byAlias = new Map<string, string>();
  for (const [index, { hops }] of exchanges.entries()) {
    for (const [number, { url }] of hops.entries()) {
      const platform = platforms.get(originOf(url));
      const alias = aliased[index]?.hops[number];
      if (platform !== undefined && alias !== undefined) byAlias.set(originOf(alias.url), platform);
    }
  }
  return (target, _, policy) => {
    const platform = PLATFORMS.find(({ id }) => id === byAlias.get(target));
    return platform === undefined ? null : { platform, policy };
  };
}
