import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { configurationFor, type Policy } from '../../src/fixes/index.ts';
import type { Snippet } from '../../src/fixes/platforms/platform.ts';
import { TARGET } from './api-origin.ts';
import type { DevProxyUnderTest } from './dev-proxies/dev-proxy-under-test.ts';
import { FRAMEWORKS } from './find-needs.ts';
import type { ParsedPlatform, RunningServer, ServerUnderTest, Surroundings } from './server-under-test.ts';
import { startUpstream } from './upstream.ts';

/** A server that runs, and where. */
export interface Started extends RunningServer {
  readonly port: number;
}

/**
 * Starts a server with the configuration for a policy, or with none, and with an upstream if it wants one.
 * @throws {Error} if the policy can't be written for it
 */
export async function startServer(server: ServerUnderTest, policy: Policy | null): Promise<Started> {
  const upstream = server.role === 'proxy' ? await startUpstream() : null;
  const around = await surroundings(upstream?.port ?? 0);
  const end = async (): Promise<void> => {
    await upstream?.stop();
    await rm(around.folder, { recursive: true, force: true });
  };
  try {
    const running = await server.start(around, policy === null ? null : snippetsFor(server, policy));
    return {
      port: around.port,
      stop: async () => {
        await running.stop();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Starts the proxy of a development server, in front of an API at 127.0.0.1, or with nothing.
 * @throws {Error} if the policy can't be written for it
 */
export async function startDevProxy(
  proxy: DevProxyUnderTest,
  apiPort: number,
  policy: Policy | null,
): Promise<Started> {
  const around = await surroundings(apiPort);
  const end = (): Promise<void> => rm(around.folder, { recursive: true, force: true });
  const api = `http://127.0.0.1:${apiPort}`;
  try {
    const running = await proxy.start(around, policy === null ? null : snippetsFor(proxy, policy, api));
    return {
      port: around.port,
      stop: async () => {
        await running.stop();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** What the parser of a platform complains of in its text for a policy; null if nothing. */
export async function parsePolicy(parsed: ParsedPlatform, policy: Policy): Promise<string | null> {
  const around = await surroundings(1);
  try {
    return await parsed.parse(around, snippetsFor(parsed, policy), policy);
  } finally {
    await rm(around.folder, { recursive: true, force: true });
  }
}

/** @throws {Error} if the policy can't be written for it */
function snippetsFor({ platform }: ParsedPlatform, policy: Policy, target = TARGET): readonly Snippet[] {
  const configuration = configurationFor(platform, policy, target);
  if (configuration.kind === 'written') return configuration.snippets;
  throw new Error(`${platform.name} can’t have this policy: ${JSON.stringify(configuration.why)}`);
}

async function surroundings(upstreamPort: number): Promise<Surroundings> {
  // Beside the frameworks, so that Node.js finds them from there.
  const scratch = join(FRAMEWORKS, '.run');
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, 'server-'));
  return { folder, port: await freePort(), upstreamPort, deadPort: await freePort() };
}

/** A port on which nothing listens now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
