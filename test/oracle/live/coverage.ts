import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { EngineName } from '../../browsers/browser.ts';
import { exchangeOfCase } from '../recorded/exchange-of-case.ts';
import type { Scored } from '../recorded/score.ts';
import type { Judged } from './judge.ts';

type Counts = Readonly<Record<string, number>>;

/** How many cases each check decided, with the way in which it failed; and how many were allowed, opaque and so on. */
export function decidingChecks(judged: readonly Judged[], engine: EngineName): Counts {
  return counted(
    judged.map(({ recorded }) => {
      const exchange = exchangeOfCase(recorded, engine);
      if (exchange === null) return 'nothing sent';
      const { verdict, fault } = evaluate(exchange);
      if (fault === null) return verdict;
      return 'problem' in fault ? `${fault.check}: ${fault.problem}` : fault.check;
    }),
  );
}

/** How each field of what we say compares with what the browser did. */
export function marksByField(judged: readonly Judged[]): Counts {
  return counted(
    judged.flatMap(({ scored }) => scored.map(({ field, mark }: Scored) => `${field}: ${mark}`)),
  );
}

function counted(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The checks that some generated case must hang on, or the generator has lost them. */
export const DECIDING: readonly string[] = [
  'allowed',
  'allow-credentials',
  'allow-origin: mismatch',
  'allow-origin: missing',
  'allow-origin: multiple',
  'allow-origin: wildcard-with-credentials',
  'preflight-allow-credentials',
  'preflight-allow-headers-syntax',
  'preflight-allow-methods-syntax',
  'preflight-allow-origin: mismatch',
  'preflight-allow-origin: missing',
  'preflight-allow-origin: multiple',
  'preflight-headers',
  'preflight-method',
  'preflight-redirect',
  'preflight-status',
  'redirect-location: credentials-in-url',
];
