import { parseArgs } from 'node:util';
import type { Subject } from '../gallery/open-gallery.ts';
import { withOptions } from '../with-options.ts';
import { openCamera, type Taken } from './camera.ts';
import { judge, leftOver } from './judge.ts';
import { BASELINES } from './picture-folder.ts';
import { nameOf, SUBJECTS } from './subjects.ts';

const HELP = `npm run pictures:accept -- [options] [states]

Takes the pictures of the gallery anew and keeps those that are not as they were. Look at them before you commit them.
Name states (panel/list, popup/blocked; or a page, panel or popup) to take only theirs.

  --help   this text
`;

interface Options {
  readonly help: boolean;
  readonly subjects: readonly Subject[];
}

/** `npm run pictures:accept`: makes baselines of how the states look now. */
export function main(argv: string[]): Promise<number> {
  return withOptions(() => parseOptions(argv), HELP, accept);
}

function parseOptions(argv: string[]): Options {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  const isMeant = (subject: Subject, name: string): boolean =>
    name === subject.page || name === nameOf(subject);
  const unknown = positionals.filter((name) => !SUBJECTS.some((subject) => isMeant(subject, name)));
  if (unknown.length > 0) throw new Error(`No such state: ${unknown.join(', ')}.`);
  const subjects = SUBJECTS.filter(
    (subject) => positionals.length === 0 || positionals.some((name) => isMeant(subject, name)),
  );
  return { help: values.help, subjects };
}

/**
 * Keeps what has changed. What differs no more than from one browser to the next stays as it is, so that every changed file
 * is one to look at.
 */
export async function accept({ subjects }: Pick<Options, 'subjects'>): Promise<number> {
  let kept = 0;
  const camera = await openCamera();
  try {
    await Promise.all(
      subjects.map(async (subject) => {
        for (const taken of await camera.take(subject)) {
          if (await keepIfChanged(taken)) kept += 1;
        }
      }),
    );
  } finally {
    await camera.close();
  }
  const gone = await leftOver();
  for (const name of gone) await BASELINES.remove(name);
  console.log(`${subjects.length} states: ${kept} pictures are new or changed, ${gone.length} are gone.`);
  return 0;
}

async function keepIfChanged(taken: Taken): Promise<boolean> {
  const judgement = await judge(taken);
  if (judgement.is === 'as-reviewed') return false;
  const { name } = taken.view;
  await BASELINES.write(name, taken.picture);
  console.log(`${name}: ${judgement.is === 'new' ? 'New.' : judgement.difference.what}`);
  return true;
}
