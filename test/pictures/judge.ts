import type { Taken } from './camera.ts';
import { compare, type Difference } from './compare.ts';
import type { Picture } from './picture.ts';
import { BASELINES, FAILURES } from './picture-folder.ts';
import { SUBJECTS, viewsOf } from './subjects.ts';

/** How a picture stands to the one that was reviewed. */
export type Judgement =
  | { readonly is: 'as-reviewed' }
  | { readonly is: 'new' }
  | { readonly is: 'changed'; readonly expected: Picture; readonly difference: Difference };

export async function judge({ view, picture }: Taken): Promise<Judgement> {
  const expected = await BASELINES.read(view.name);
  if (expected === null) return { is: 'new' };
  const difference = compare(expected, picture);
  return difference === null ? { is: 'as-reviewed' } : { is: 'changed', expected, difference };
}

/** What is to be said of a picture that isn't as reviewed; what there is to look at is put into the folder of failures. */
export async function reportFailure(
  { view: { name }, picture }: Taken,
  judgement: Exclude<Judgement, { is: 'as-reviewed' }>,
): Promise<string> {
  await FAILURES.write(`${name}.actual`, picture);
  if (judgement.is === 'new') {
    return `${name} has no baseline. How it looks is in ${FAILURES.pathOf(`${name}.actual`)}`;
  }
  await FAILURES.write(`${name}.expected`, judgement.expected);
  await FAILURES.write(`${name}.difference`, judgement.difference.picture);
  return `${name}: ${judgement.difference.what} See ${FAILURES.pathOf(`${name}.difference`)}`;
}

/** The names of baselines that no state has any more. */
export async function leftOver(): Promise<readonly string[]> {
  const wanted = new Set(SUBJECTS.flatMap(viewsOf).map(({ name }) => name));
  return (await BASELINES.list()).filter((name) => !wanted.has(name));
}
