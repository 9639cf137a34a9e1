import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { HeaderList } from '../../../src/model/header-list.ts';
import { exchangeOfStep, type PlayedStep, predictPreflights } from './played-step.ts';

/** Requests of one page in order, and what two browsers made of each: the preflight cache at work. */
interface RecordedSequence {
  readonly id: string;
  readonly note: string;
  readonly steps: readonly {
    readonly page: { readonly origin: string; readonly url: string };
    readonly newVisit: boolean;
    readonly waitMs: number;
    readonly request: { readonly url: string; readonly method: string };
    readonly server: { readonly preflight: RecordedAnswer; readonly responses: readonly RecordedAnswer[] };
  }[];
  readonly truth: Readonly<Record<Engine, EngineTruth>>;
}

type Engine = 'chromium' | 'firefox';

interface RecordedAnswer {
  readonly status: number;
  readonly headers: HeaderList;
}

interface EngineTruth {
  readonly version: string;
  readonly steps: readonly {
    readonly preflighted: boolean;
    readonly ok: boolean;
    readonly requestHeadersSeenByServer: {
      readonly preflight: HeaderList | null;
      readonly actual: HeaderList | null;
    };
  }[];
}

/**
 * Fragments are a part of both browsers' keys, and no part of what is recorded: with another fragment a preflight is
 * sent that the model takes for unnecessary. It was seen, so nobody is told that there was none.
 */
const NOT_IN_A_RECORDING: ReadonlySet<string> = new Set(['seq-043 step 2']);

const sequences = readFileSync(fileURLToPath(new URL('./sequences.jsonl', import.meta.url)), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as RecordedSequence);

/** What of the model's predictions isn't what the browser did. */
function missesOf(sequence: RecordedSequence, engine: Engine): readonly string[] {
  const misses: string[] = [];
  const earlier: Exchange[] = [];
  for (const [index, step] of playedSteps(sequence, engine).entries()) {
    const exchange = exchangeOfStep(step);
    const name = `${sequence.id} step ${index + 1}`;
    const [predicted] = predictPreflights(exchange, earlier);
    if (predicted !== (step.hops[0].preflight !== null)) misses.push(name);
    earlier.push(exchange);
  }
  return misses;
}

function playedSteps({ steps, truth }: RecordedSequence, engine: Engine): readonly PlayedStep[] {
  const { version, steps: seen } = truth[engine];
  let startedAt = 1_700_000_000_000;
  let visit = 0;
  return steps.flatMap((step, index) => {
    const outcome = seen[index];
    const answer = step.server.responses[0];
    if (outcome === undefined || answer === undefined) return [];
    // The recording is of one request after the other, without gaps but these.
    startedAt += step.waitMs + 10;
    if (step.newVisit) visit += 1;
    const { preflight, actual } = outcome.requestHeadersSeenByServer;
    return {
      id: `step-${index}`,
      engine,
      version,
      initiator: step.page.origin,
      page: step.page.url,
      documentId: `document-${visit}`,
      hops: [
        {
          url: step.request.url,
          method: step.request.method,
          startedAt,
          preflight: outcome.preflighted
            ? { request: preflight ?? [], ...step.server.preflight, answeredAt: startedAt + 2 }
            : null,
          actual: actual === null ? null : { request: actual, ...answer, answeredAt: startedAt + 4 },
        },
      ],
      ok: outcome.ok,
    };
  });
}

describe.each(['chromium', 'firefox'] as const)('the preflight cache of %s, recorded', (engine) => {
  test.each(sequences.map((sequence) => [`${sequence.id}: ${sequence.note}`, sequence] as const))(
    '%s',
    (_name, sequence) => {
      expect(missesOf(sequence, engine).filter((miss) => !NOT_IN_A_RECORDING.has(miss))).toEqual([]);
    },
  );

  test('and nothing is excepted that the model gets right', () => {
    const misses = new Set(sequences.flatMap((sequence) => missesOf(sequence, engine)));
    expect([...NOT_IN_A_RECORDING].filter((name) => !misses.has(name))).toEqual([]);
  });
});
