import type { Policy } from '../../../src/fixes/index.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import type { Surroundings } from '../server-under-test.ts';
import { differences, type ReadPolicy } from './compare-policy.ts';

/**
 * The `parse` of a platform whose texts can be read as a policy.
 * @param read throws what it complains of
 */
export function checkedBy(
  read: (
    snippets: readonly Snippet[],
    policy: Policy,
    surroundings: Surroundings,
  ) => ReadPolicy | Promise<ReadPolicy>,
) {
  return async (
    surroundings: Surroundings,
    snippets: readonly Snippet[],
    policy: Policy,
  ): Promise<string | null> => {
    try {
      return differences(await read(snippets, policy, surroundings), policy);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}
