import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apacheHtaccess as platform } from '../../../src/fixes/platforms/apache-htaccess.ts';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import {
  APACHE,
  apacheVersion,
  checkApache,
  runApache,
  SIGN_IN_MODULES,
  signIn,
  writeApache,
} from '../apache-program.ts';
import { ROUTES } from '../routes.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';

/** A site as people have it: what is no file is answered by a program; some of it comes from another server. */
export const apacheHtaccess: ServerUnderTest = {
  platform,
  needs: [APACHE],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    return runApache(surroundings, await write(surroundings, snippets ?? []));
  },
  async parse(surroundings, snippets) {
    // Only a `<Directory>` is read when Apache starts; it may have what a `.htaccess` in that folder may.
    const { folder } = surroundings;
    const file = await writeApache(
      surroundings,
      MODULES,
      `<Directory "${folder}">\n${snippets.map(textOf).join('')}</Directory>\n`,
    );
    return checkApache(file);
  },
  version: apacheVersion,
};

const MODULES = ['headers', 'rewrite', 'setenvif', 'cgi', 'mime', 'proxy', 'proxy_http', ...SIGN_IN_MODULES];

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, upstreamPort, deadPort } = surroundings;
  const site = join(folder, 'site');
  await mkdir(site);
  await writeFile(join(folder, 'mime.types'), '');
  await writeFile(join(site, 'index.cgi'), APP);
  await chmod(join(site, 'index.cgi'), 0o755);
  await writeFile(
    join(site, '.htaccess'),
    `${snippets.map(textOf).join('')}
RewriteEngine On
RewriteRule ^(?:api/)?dead$ http://127.0.0.1:${deadPort}/ [P]
RewriteRule ^(?:api/)?dup$ http://127.0.0.1:${upstreamPort}/dup [P]
RewriteRule ^(?:api/)?(ok|vary|boom)$ index.cgi?$1 [L]
`,
  );
  return writeApache(
    surroundings,
    MODULES,
    `TypesConfig ${folder}/mime.types
DocumentRoot "${site}"
<Directory "${site}">
  AllowOverride FileInfo AuthConfig
  Options ExecCGI FollowSymLinks
  AddHandler cgi-script .cgi
</Directory>
${signIn(folder)}`,
  );
}

const headersOf = (route: '/ok' | '/vary'): string =>
  Object.entries(ROUTES[route].headers)
    .map(([name, value]) => `${name}: ${value}\\n`)
    .join('');

/** It ends without an answer for `/boom`, of which Apache makes a 500; preflights mean nothing to it. */
const APP = `#!/bin/sh
[ "$QUERY_STRING" = boom ] && exit 1
[ "$REQUEST_METHOD" = OPTIONS ] && printf 'Status: 405\\nContent-Type: text/plain\\n\\n' && exit
[ "$QUERY_STRING" = ok ] && printf '${headersOf('/ok')}'
[ "$QUERY_STRING" = vary ] && printf '${headersOf('/vary')}'
printf 'Content-Type: application/json\\n\\n{}'
`;
