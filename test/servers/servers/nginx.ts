import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nginx as platform } from '../../../src/fixes/platforms/nginx.ts';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';

const PROGRAM = '/usr/sbin/nginx';

export const nginx: ServerUnderTest = {
  platform,
  needs: [{ there: PROGRAM, from: { debian: 'nginx-light' } }],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const file = await write(surroundings, snippets ?? []);
    return runProgram({ command: PROGRAM, args: argsFor(surroundings, file), ...surroundings });
  },
  async parse(surroundings, snippets) {
    const file = await write(surroundings, snippets);
    const { ok, printed } = await runTool(PROGRAM, ['-t', ...argsFor(surroundings, file)]);
    return ok ? null : printed;
  },
  async version() {
    return /nginx\/(\S+)/.exec((await runTool(PROGRAM, ['-v'])).printed)?.[1] ?? '';
  },
};

function argsFor({ folder }: Surroundings, file: string): readonly string[] {
  return ['-c', file, '-p', folder, '-e', join(folder, 'error.log')];
}

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, port, upstreamPort, deadPort } = surroundings;
  const at = (...places: readonly string[]): string =>
    snippets
      .filter(({ place }) => places.includes(place))
      .map(textOf)
      .join('');
  // In a `location` of its own, the path of the policy has what the server would have done with it.
  const inLocation = at('location').replace(
    '# … what you have for this path …',
    `proxy_pass http://127.0.0.1:${upstreamPort}; ${dead(deadPort)}`,
  );
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; pid ${folder}/nginx.pid;
events {}
http {
  access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
${at('http')}
  server {
    listen 127.0.0.1:${port};
${at('server')}${inLocation}
    ${dead(deadPort)}
    location / { proxy_pass http://127.0.0.1:${upstreamPort}; }
  }
}
`,
  );
  return file;
}

function dead(port: number): string {
  return `location ~ /dead$ { proxy_pass http://127.0.0.1:${port}; }`;
}
