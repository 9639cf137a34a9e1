import { findStoppedPort, listen } from './listening.ts';
import type { RunnableScenario, Target } from './scenario.ts';
import { scenarioGroups } from './scenarios/index.ts';
import { type ServerName, servers } from './servers/index.ts';
import { createPageServer } from './servers/page-server.ts';
import type { HttpServer, Site } from './servers/server.ts';

export interface DemoSite {
  /** `http://localhost:PORT/`: a secure context, in every browser, without a hosts file. */
  readonly pageUrl: string;
  readonly scenarios: readonly RunnableScenario[];
  /** Stops all servers and ends their connections. */
  close(): Promise<void>;
}

/** Starts the page and every server that it calls, each on a free port of loopback. */
export async function startDemo(): Promise<DemoSite> {
  let scenarios: readonly RunnableScenario[] = [];
  const pageServer: HttpServer = {
    kind: 'node',
    transport: 'http',
    host: 'localhost',
    create: () => createPageServer(() => scenarios.map(forPage)),
  };
  const page = await listen(pageServer);
  // The names are `servers`' own keys: `Object.keys` forgets that.
  const names = Object.keys(servers) as ServerName[];
  const listening = new Map(
    await Promise.all(names.map(async (name) => [name, await listen(servers[name])] as const)),
  );
  const stoppedPort = await findStoppedPort();

  const site: Site = {
    page: `http://localhost:${page.port}`,
    pagePort: page.port,
    originOf: (name) => {
      if (name === 'stopped') return `http://localhost:${stoppedPort}`;
      const { transport, host } = servers[name];
      return `${transport === 'https' ? 'https' : 'http'}://${host}:${listening.get(name)?.port}`;
    },
  };
  scenarios = scenarioGroups.flatMap(({ heading, scenarios }) =>
    scenarios.map((scenario) => ({
      ...scenario,
      group: heading,
      server: kindOf(scenario.target),
      url: urlOf(scenario.target, site),
    })),
  );
  page.start(site);
  for (const server of listening.values()) server.start(site);

  return {
    pageUrl: `${site.page}/`,
    scenarios,
    close: async () => {
      await Promise.all([page, ...listening.values()].map((server) => server.close()));
    },
  };
}

function kindOf(target: Target): RunnableScenario['server'] {
  if ('url' in target || target.server === 'stopped') return 'none';
  return servers[target.server].kind;
}

function urlOf(target: Target, site: Site): string {
  return 'url' in target ? target.url : `${site.originOf(target.server)}${target.path}`;
}

/** What the page needs of a scenario: not what is expected of it. */
function forPage({ id, title, broken, group, server, url, request }: RunnableScenario) {
  return { id, title, broken, group, server, url, request };
}
