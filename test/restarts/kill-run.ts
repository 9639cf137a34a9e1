import fc from 'fast-check';
import type { Exchange } from '../../src/model/exchange.ts';
import { PERSIST_INTERVAL_MS } from '../../src/model/limits.ts';
import type { BrowserDocument, EngineName } from '../browsers/browser.ts';
import { poll } from '../browsers/poll.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { exportOf, openPanelOf, rowsOf } from '../e2e/session.ts';
import { startTwoOrigins } from '../e2e/two-origins.ts';
import { type Comparison, compare, type Kill } from './compare.ts';
import { answerTraffic, plan, sendTraffic, type TrafficWindow } from './traffic.ts';

export interface KillRunOptions {
  readonly engine: EngineName;
  readonly exchanges: number;
  readonly kills: number;
  /** Decides after how many requests the background is killed. */
  readonly seed: number;
}

export interface KillRun {
  readonly version: string;
  readonly kills: readonly Kill[];
  /** What the panel shows that was open all the time. */
  readonly open: Comparison;
  /** What one shows that is opened at the end: what the background has kept. */
  readonly fresh: Comparison;
  /** From a kill until the next background had heard of a request, at most. Milliseconds. */
  readonly longestDeafness: number;
  /** Ids of rows that the panel showed before some kill and doesn't show in the end. */
  readonly vanished: readonly string[];
}

/**
 * How long an event takes to get to the background and into its storage, in milliseconds: what is nearer than that to a
 * kill may be lost with it. It takes its way there, and the longest pause between two writes. A new background takes the
 * longest, on a busy machine.
 */
const MARGIN_MS = 250 + PERSIST_INTERVAL_MS;

/** Sends traffic, kills the background in the middle of it again and again, and holds the panel against the truth. */
export async function runWithKills({ engine, exchanges, kills, seed }: KillRunOptions): Promise<KillRun> {
  const site = await startTwoOrigins(answerTraffic);
  const browser = await launchWithExtension(engine);
  try {
    const page = await browser.openPage(`${site.page}/`);
    const panel = await openPanelOf(browser, page);
    await page.evaluate(sendTraffic, plan(exchanges, site.api));
    const done: Kill[] = [];
    const shown = new Set<string>();
    for (const after of momentsOf(seed, kills, exchanges)) {
      await poll(() => site.received.length >= after, { timeoutMs: 60_000, what: 'traffic', everyMs: 3 });
      for (const { id } of await rowsOf(panel)) shown.add(id);
      await poll(
        async () => {
          const from = Date.now() - MARGIN_MS;
          const isKilled = await browser.killBackground();
          if (isKilled) done.push({ from, to: Date.now() + MARGIN_MS });
          return isKilled;
        },
        { timeoutMs: 20_000, what: 'a background to kill', everyMs: 3 },
      );
    }
    const { spans } = await page.waitFor(
      () => {
        const { traffic } = globalThis as unknown as TrafficWindow;
        return traffic.isOver ? traffic : null;
      },
      [],
      { timeoutMs: 120_000, what: 'the end of the traffic' },
    );
    await untilSettled(panel);
    const rows = new Set((await rowsOf(panel)).map(({ id }) => id));
    const kept = await exchangesOf(panel);
    const deafness = done.map((kill) => deafnessAfter(kill, kept));
    const deaf = done.map(({ from, to }, index) => ({ from, to: to + (deafness[index] ?? 0) }));
    const open = compare(kept, spans, deaf);
    const reopened = await openPanelOf(browser, page);
    await untilSettled(reopened);
    const fresh = compare(await exchangesOf(reopened), spans, deaf);
    const vanished = [...shown].filter((id) => !rows.has(id));
    return {
      version: browser.version,
      kills: deaf,
      open,
      fresh,
      longestDeafness: Math.round(Math.max(0, ...deafness)),
      vanished,
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** How long after a kill the first request began that is recorded: a busy browser takes its time to notice. Milliseconds. */
function deafnessAfter({ to }: Kill, exchanges: readonly Exchange[]): number {
  const killedAt = to - MARGIN_MS;
  const begun = exchanges.map(({ startedAt }) => startedAt).filter((at) => at > killedAt);
  return begun.length === 0 ? 0 : Math.min(...begun) - killedAt;
}

/** Numbers of requests at the server after which the background is killed, spread over the run; about 1.5 an exchange. */
function momentsOf(seed: number, kills: number, exchanges: number): readonly number[] {
  const part = (exchanges * 1.5) / (kills + 1);
  const [jitter = []] = fc.sample(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: kills, maxLength: kills }),
    {
      seed,
      numRuns: 1,
    },
  );
  return jitter.map((each, index) => Math.round((index + 0.5 + each) * part));
}

/** Waits until the panel hears from the background and nothing that it shows is pending. */
async function untilSettled(panel: BrowserDocument): Promise<void> {
  await panel.waitFor(() => document.querySelector('[data-connection="live"]'), [], {
    what: 'the panel to be live',
  });
  const isOpen = ({ outcome }: Exchange): boolean => outcome.state === 'pending';
  await poll(async () => (await rowsOf(panel)).every(({ verdict }) => verdict !== 'pending'), {
    timeoutMs: 60_000,
    what: 'the end of every exchange',
    everyMs: 300,
  }).catch(async (error: Error) => {
    const open = (await exchangesOf(panel)).filter(isOpen);
    throw new Error(`${error.message}; open are ${JSON.stringify(open)}`, { cause: error });
  });
}

async function exchangesOf(panel: BrowserDocument): Promise<readonly Exchange[]> {
  const report: { readonly exchanges: readonly Exchange[] } = JSON.parse(await exportOf(panel, 'json'));
  return report.exchanges;
}
