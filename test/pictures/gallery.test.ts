import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Camera, openCamera } from './camera.ts';
import { judge, reportFailure } from './judge.ts';
import { FAILURES } from './picture-folder.ts';
import { nameOf, SUBJECTS } from './subjects.ts';

// Letters are drawn otherwise on other systems, whichever font it is.
describe.runIf(process.platform === 'linux')('the gallery', () => {
  let camera: Camera;

  beforeAll(async () => {
    await FAILURES.clear();
    camera = await openCamera();
  }, 120_000);

  afterAll(() => camera?.close());

  it.concurrent.for(SUBJECTS.map((subject) => ({ subject, name: nameOf(subject) })))(
    '$name looks as it was reviewed, in both themes',
    { timeout: 60_000 },
    async ({ subject, name }, { expect }) => {
      const wrong: string[] = [];
      for (const taken of await camera.take(subject)) {
        const judgement = await judge(taken);
        if (judgement.is !== 'as-reviewed') wrong.push(await reportFailure(taken, judgement));
      }
      expect(wrong, `If it shall look so from now on: npm run pictures:accept -- ${name}`).toEqual([]);
    },
  );
});
