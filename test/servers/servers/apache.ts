import { apache as platform } from '../../../src/fixes/platforms/apache.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import {
  APACHE,
  apacheVersion,
  checkApache,
  runApache,
  SIGN_IN_MODULES,
  signIn,
  writeApache,
} from '../apache-program.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const apache: ServerUnderTest = {
  platform,
  needs: [APACHE],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    return runApache(surroundings, await write(surroundings, snippets ?? []));
  },
  async parse(surroundings, snippets) {
    return checkApache(await write(surroundings, snippets));
  },
  version: apacheVersion,
};

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, port, upstreamPort, deadPort } = surroundings;
  const enabled = textAt(snippets, 'modules').replace('a2enmod ', '').trim().split(' ');
  return writeApache(
    surroundings,
    ['proxy', 'proxy_http', ...SIGN_IN_MODULES, ...enabled],
    `<VirtualHost 127.0.0.1:${port}>
${textAt(snippets, 'host')}
${signIn(folder)}  ProxyPassMatch "^/(?:api/)?dead$" http://127.0.0.1:${deadPort}/
  ProxyPass / http://127.0.0.1:${upstreamPort}/
</VirtualHost>
`,
  );
}
