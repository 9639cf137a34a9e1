import type { Taken } from './camera.ts';
import { compare, type Difference } from './compare.ts';
import type { Picture } from './picture.ts';
import { BASELINES, FAILURES } from './picture-folder.ts';
import { simplify } from './simplify.ts';
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
  if (difference === null || isKeptAs(expected, picture)) return { is: 'as-reviewed' };
  return { is: 'changed', expected, difference };
}

/**
 * Whether accepting the picture would change nothing. A shadow that is a shade lighter may have rows of one colour that look
 * like lines, which are compared more strictly than what they were rounded for.
 */
function isKeptAs(expected: Picture, picture: Picture): boolean {
  const { width, height, pixels } = simplify(picture);
  if (width !== expected.width || height !== expected.height) return false;
  return pixels.every((colour, at) => colour === expected.pixels[at]);
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
