import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BASELINES } from '../../pictures/picture-folder.ts';
import { SUBJECTS, viewsOf } from '../../pictures/subjects.ts';

const VIEWS = SUBJECTS.flatMap(viewsOf);

it('every state has its pictures, and no other is there', async () => {
  const names = VIEWS.map(({ name }) => name).sort();
  expect([...(await BASELINES.list())].sort(), 'npm run pictures:accept takes and removes them').toEqual(
    names,
  );
});

it('a state of the panel is seen in three sizes', () => {
  expect(viewsOf({ page: 'panel', state: 'list' }).map(({ size }) => size)).toEqual([
    { width: 1280, height: 700 },
    { width: 640, height: 400 },
    { width: 360, height: 640 },
  ]);
});

it('each picture has room for both themes side by side', () => {
  const others = VIEWS.filter(({ name, size, subject }) => {
    const header = readFileSync(BASELINES.pathOf(name)).subarray(16, 24);
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const isAsHigh = subject.page === 'popup' ? height <= size.height : height === size.height;
    return width !== size.width * 2 || !isAsHigh;
  });
  expect(others.map(({ name }) => name)).toEqual([]);
});
