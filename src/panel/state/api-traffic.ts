import { signal } from '@preact/signals';
import { policyFromTrafficInSteps, type TrafficPolicy } from '../../fixes/index.ts';
import type { Steps } from '../../model/steps.ts';
import type { ApiTraffic, DiagnosedExchange } from '../view-models/apis.ts';
import { createPace, type Later } from './pace.ts';

/** What was seen of servers, with what they have to allow for it. */
export interface ApiTrafficLog {
  /**
   * The same object as long as nothing of it changes. What little traffic needs is worked out at once; for more it is done
   * while nobody waits, and until then it is what it was for less of the same traffic, or null. Whoever asks in a computed signal is told when
   * it is there.
   *
   * @param exchanges those of this server, oldest first
   */
  of(target: string, exchanges: readonly DiagnosedExchange[]): ApiTraffic;
  /** Forgets the other servers. */
  keepOnly(targets: ReadonlyMap<string, unknown>): void;
}

/** To prove a policy on an exchange takes up to a third of a millisecond, and next to none the second time. */
const EXCHANGES_AT_ONCE = 100;

export function createApiTraffic(later: Later): ApiTrafficLog {
  const seen = new Map<string, ApiTraffic>();
  const underway = new Map<string, Steps<TrafficPolicy>>();
  /** How often something was there that was waited for. */
  const news = signal(0);
  let hasNews = false;
  const pace = createPace(later, step, () => {
    if (hasNews) news.value += 1;
    hasNews = false;
  });

  function step(): boolean {
    const [job] = underway;
    if (job === undefined) return false;
    const [target, steps] = job;
    const { done, value } = steps.next();
    const traffic = seen.get(target);
    if (done === true) {
      underway.delete(target);
      if (traffic !== undefined) seen.set(target, { ...traffic, policy: value });
      hasNews = true;
    }
    return underway.size > 0;
  }

  /** Null if it takes longer; then it is underway. */
  function policyAtOnce(target: string, exchanges: readonly DiagnosedExchange[]): TrafficPolicy | null {
    underway.delete(target);
    const steps = policyFromTrafficInSteps(exchanges.map(evaluated), target);
    for (let count = 0; count <= EXCHANGES_AT_ONCE; count += 1) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    underway.set(target, steps);
    pace.start();
    return null;
  }

  return {
    of: (target, exchanges) => {
      void news.value;
      const before = seen.get(target);
      if (before !== undefined && isSame(before.exchanges, exchanges)) return before;
      const policy = policyAtOnce(target, exchanges) ?? (goesOn(before, exchanges) ? before.policy : null);
      const traffic = { target, exchanges, policy };
      seen.set(target, traffic);
      return traffic;
    },
    keepOnly: (targets) => {
      for (const map of [seen, underway]) {
        for (const target of map.keys()) if (!targets.has(target)) map.delete(target);
      }
    },
  };
}

function evaluated({ exchange, diagnosis: { evaluation } }: DiagnosedExchange) {
  return { exchange, evaluation };
}

/** Whether it is the same recording, and not that of a report which has been opened. */
function goesOn(
  before: ApiTraffic | undefined,
  exchanges: readonly DiagnosedExchange[],
): before is ApiTraffic {
  const newest = before?.exchanges.at(-1)?.exchange.id;
  return exchanges.some(({ exchange }) => exchange.id === newest);
}

function isSame(some: readonly DiagnosedExchange[], others: readonly DiagnosedExchange[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ exchange, diagnosis }, index) => {
      const other = others[index];
      return exchange === other?.exchange && diagnosis === other.diagnosis;
    })
  );
}
