import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Picture } from './picture.ts';
import { decodePng, encodePng } from './png.ts';
import { simplify } from './simplify.ts';

const ENDING = '.png';

/** A folder of pictures. A picture's name is its path in there, with slashes and without the ending. */
export interface PictureFolder {
  pathOf(name: string): string;
  /** Null if there is no such picture. */
  read(name: string): Promise<Picture | null>;
  write(name: string, picture: Picture): Promise<void>;
  remove(name: string): Promise<void>;
  clear(): Promise<void>;
  /** The names of all pictures. */
  list(): Promise<readonly string[]>;
}

/** The reviewed pictures, which the repository keeps. */
export const BASELINES = pictureFolder(new URL('baselines/', import.meta.url));

/** The pictures of the last comparison that are not as they were, which it ignores. */
export const FAILURES = pictureFolder(new URL('../../artifacts/pictures/', import.meta.url));

function pictureFolder(url: URL): PictureFolder {
  const root = fileURLToPath(url);
  const pathOf = (name: string): string => join(root, ...name.split('/')) + ENDING;
  return {
    pathOf,
    async read(name) {
      const file = await unlessMissing(readFile(pathOf(name)));
      return file === null ? null : decodePng(file);
    },
    async write(name, picture) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, encodePng(simplify(picture)));
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    clear: () => rm(root, { recursive: true, force: true }),
    async list() {
      const entries = (await unlessMissing(readdir(root, { recursive: true, withFileTypes: true }))) ?? [];
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(ENDING))
        .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'))
        .map((path) => path.slice(0, -ENDING.length));
    },
  };
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
