import { describe, expect, it } from 'vitest';
import { runWithKills } from '../restarts/kill-run.ts';
import { ENGINES } from './session.ts';

/** `npm run restarts` does it with more exchanges and kills. */
describe.each(ENGINES)('a background that is killed in the middle of traffic, in %s', (engine) => {
  it('misses at most what ran at that moment, doubles nothing, and pairs nothing wrongly', async () => {
    const exchanges = 120;
    const run = await runWithKills({ engine, exchanges, kills: 3, seed: 1 });
    expect(run.kills.length).toBe(3);
    for (const { recorded, missing, ...lists } of [run.open, run.fresh]) {
      expect(recorded + missing.length).toBe(exchanges);
      const { doubled, mispaired, contradicted, pending, unexplained } = lists;
      expect({ doubled, mispaired, contradicted, pending, unexplained }).toEqual({
        doubled: [],
        mispaired: [],
        contradicted: [],
        pending: [],
        unexplained: [],
      });
    }
    expect(run.vanished).toEqual([]);
    expect(run.longestDeafness).toBeLessThan(5_000);
    const count = ({ missing, incomplete }: typeof run.open) =>
      `${missing.length} missing, ${incomplete.length} incomplete`;
    console.log(
      `${engine}: ${exchanges} exchanges, 3 kills: ${count(run.open)} in the panel that stayed open, ${count(run.fresh)} in one opened at the end`,
    );
  });
});
