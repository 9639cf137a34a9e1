import { PLATFORMS, type PlatformId } from './platforms.ts';

const NAMES: ReadonlyMap<string, string> = new Map(PLATFORMS.map(({ id, name }) => [id, name]));

/** A platform as its makers write it. */
export function platformName(id: PlatformId): string {
  return NAMES.get(id) ?? id;
}
