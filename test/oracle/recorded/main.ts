import { loadCases, scoreCase } from './score.ts';
import { describeScored, tally, VIEWS } from './tally.ts';

/**
 * `npm run oracle:recorded [file]`: scores a recording, ours unless another is named, in every view. Prints what isn't
 * right, and fails if anything is neither right nor among what is told.
 */
export function main([file]: readonly string[]): number {
  const cases = loadCases(file);
  let missed = 0;
  for (const [engine, view] of VIEWS) {
    const scored = cases.flatMap((each) => scoreCase(each, engine, view));
    const others = scored.filter(({ mark }) => mark !== 'right');
    console.log(`\n${engine}, ${view}`);
    for (const each of others) console.log(describeScored(each));
    console.table(tally(scored));
    missed += others.filter(({ mark }) => mark !== 'told').length;
  }
  return missed === 0 ? 0 : 1;
}
