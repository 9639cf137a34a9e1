import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/fixes/index.ts';
import recorded from '../../src/fixes/platforms/proven.json' with { type: 'json' };
import { provenOn } from '../../src/fixes/platforms/proven.ts';
import { platformsPage } from '../docs/platforms-page.ts';
import { CHECKED } from '../servers/checked/index.ts';
import { MOST_USED } from '../servers/chosen-servers.ts';
import { DEV_PROXIES } from '../servers/dev-proxies/index.ts';
import { digestOf } from '../servers/proven-texts.ts';
import { SERVERS } from '../servers/servers/index.ts';

/** Everything that is run. */
const RUN = [...SERVERS, ...DEV_PROXIES];

describe('what is proven of the configurations', () => {
  it('every platform is run or checked, as it says of itself', () => {
    const ids = (kind: 'run' | 'checked') =>
      PLATFORMS.filter(({ proof }) => proof.kind === kind)
        .map(({ id }) => id)
        .toSorted();
    const ofTests = (tests: readonly { readonly platform: { readonly id: string } }[]) =>
      tests.map(({ platform }) => platform.id).toSorted();
    expect(ids('run')).toEqual(ofTests(RUN));
    expect(ids('checked')).toEqual(ofTests(CHECKED));
  });

  it.each(RUN.map(({ platform }) => platform))(
    'the texts for $name are those that were run last',
    (platform) => {
      // Run them: npm run test:servers -- --record
      expect(provenOn(platform.id)?.digest).toBe(digestOf(platform));
    },
  );

  it('nothing is said to have run that doesn’t', () => {
    const run = RUN.map(({ platform }) => platform.id);
    expect(run).toEqual(expect.arrayContaining(Object.keys(recorded)));
  });

  it('the most used are among those that run', () => {
    expect(SERVERS.map(({ platform }) => platform.id)).toEqual(expect.arrayContaining([...MOST_USED]));
    expect(MOST_USED).toHaveLength(5);
  });

  it('the page about the platforms is what `npm run docs` writes', () => {
    expect(readFileSync('src/fixes/platforms/README.md', 'utf8')).toBe(platformsPage());
  });

  it('the full run installs every Debian package that they need', () => {
    const run = readFileSync('.ci/run', 'utf8').split(/[\s()]+/);
    const needed = [...RUN, ...CHECKED].flatMap(({ needs }) =>
      needs.flatMap(({ from }) => (from === 'npm' ? [] : [from.debian])),
    );
    expect(run).toEqual(expect.arrayContaining([...new Set(needed)]));
  });
});
