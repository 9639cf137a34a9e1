import { applyFix } from '../fixes/index.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ResponseRef } from '../model/fix.ts';
import type { FixSummary } from './report.ts';
import { isCorsHeader } from './response-headers.ts';

/** The lines of CORS that a response has once the fix is in place, after its status as far as that matters to CORS. */
export function expectedAnswer(exchange: Exchange, ref: ResponseRef, fix: FixSummary): readonly string[] {
  const hop = applyFix(exchange, { requests: [], ...fix, actions: [] }).hops[ref.hop];
  const response = ref.on === 'preflight' ? hop?.preflight?.response : hop?.response;
  const headers = (response?.headers ?? []).filter(([name]) => isCorsHeader(name));
  const status =
    ref.on === 'preflight'
      ? `HTTP ${response?.status ?? 204} (any status from 200 to 299 will do)`
      : 'HTTP … (CORS accepts any status)';
  return [status, ...headers.map(([name, value]) => `${name}: ${value}`)];
}
