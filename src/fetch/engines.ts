import type { Engine } from '../model/exchange.ts';
import { DECISION_DIFFERENCES } from './engine-decisions.ts';
import type { Differences } from './engine-difference.ts';
import { PREFLIGHT_CACHE_DIFFERENCES } from './engine-preflight-cache.ts';
import type { EngineProfile } from './engine-profile.ts';
import { REPORT_DIFFERENCES } from './engine-reports.ts';

/** What the Fetch standard says. @see https://fetch.spec.whatwg.org/ */
export const STANDARD: Omit<EngineProfile, 'engine'> = valuesOf('standard');

export const CHROMIUM: EngineProfile = { engine: 'chromium', ...valuesOf('chromium') };

export const FIREFOX: EngineProfile = { engine: 'firefox', ...valuesOf('firefox') };

/** By its source and the standard, not measured. */
export const WEBKIT: EngineProfile = { engine: 'webkit', ...valuesOf('webkit') };

export const ENGINES: Readonly<Record<Engine, EngineProfile>> = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  webkit: WEBKIT,
};

function valuesOf(whose: Engine | 'standard'): Omit<EngineProfile, 'engine'> {
  return {
    ...column(DECISION_DIFFERENCES, whose),
    ...column(REPORT_DIFFERENCES, whose),
    preflightCache: column(PREFLIGHT_CACHE_DIFFERENCES, whose),
  };
}

/** One column of a table: the values without their sources. */
function column<Values extends object>(differences: Differences<Values>, whose: Engine | 'standard'): Values {
  const values: Partial<Values> = {};
  for (const id in differences) values[id] = differences[id][whose].value;
  return values as Values;
}
