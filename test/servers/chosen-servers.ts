import { CHECKED } from './checked/index.ts';
import type { DevProxyUnderTest } from './dev-proxies/dev-proxy-under-test.ts';
import { DEV_PROXIES } from './dev-proxies/index.ts';
import { missing } from './find-needs.ts';
import { installFrameworks } from './install-frameworks.ts';
import type { ParsedPlatform, ServerUnderTest } from './server-under-test.ts';
import { SERVERS } from './servers/index.ts';

/** Those that people use most: in every `npm test`, the others in its full form. */
export const MOST_USED: readonly string[] = ['nginx', 'apache', 'express', 'django', 'php'];

/** By these, the tests are told which servers to run, and that none may be left out. */
const NAMES_VARIABLE = 'CORS_LENS_SERVERS';
const FULL_VARIABLE = 'CORS_LENS_ALL_SERVERS';

export interface ChosenServer {
  readonly server: ServerUnderTest;
  /** What it lacks on this machine, each with how to get it; empty if nothing. */
  readonly lacks: readonly string[];
}

/**
 * Chooses the servers for tests that are started afterwards, and installs the frameworks if they may not be missing.
 * @throws {Error} for a name that no server has, or if the frameworks can't be installed
 */
export async function chooseServers(
  names: readonly string[] | 'all',
  { mayLack }: { readonly mayLack: boolean },
): Promise<void> {
  const ids = [...SERVERS, ...DEV_PROXIES, ...CHECKED].map(({ platform }) => platform.id);
  const chosen = names === 'all' ? ids : names;
  const unknown = chosen.filter((name) => !ids.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such server: ${unknown.join(', ')}. There are: ${ids.join(', ')}.`);
  }
  process.env[NAMES_VARIABLE] = chosen.join(',');
  process.env[FULL_VARIABLE] = mayLack ? '' : '1';
  if (!mayLack) await installFrameworks((line) => console.log(line));
}

/** The servers to run: those that were chosen, or else all. */
export function chosenServers(): readonly ChosenServer[] {
  return chosenOf(SERVERS).map((server) => ({ server, lacks: missing(server.needs) }));
}

export interface ChosenDevProxy {
  readonly proxy: DevProxyUnderTest;
  /** As for servers. */
  readonly lacks: readonly string[];
}

/** The proxies of development servers to run: those that were chosen, or else all. */
export function chosenDevProxies(): readonly ChosenDevProxy[] {
  return chosenOf(DEV_PROXIES).map((proxy) => ({ proxy, lacks: missing(proxy.needs) }));
}

export interface ChosenPlatform {
  readonly parsed: ParsedPlatform;
  /** As for servers. */
  readonly lacks: readonly string[];
}

/** The platforms whose texts are parsed: those of the servers, and all that can't be run. */
export function chosenPlatforms(): readonly ChosenPlatform[] {
  return chosenOf<ParsedPlatform>([...SERVERS, ...DEV_PROXIES, ...CHECKED]).map((parsed) => ({
    parsed,
    lacks: missing(parsed.needs),
  }));
}

function chosenOf<P extends ParsedPlatform>(platforms: readonly P[]): readonly P[] {
  const names = (process.env[NAMES_VARIABLE] ?? '').split(',').filter((name) => name !== '');
  return platforms.filter(({ platform }) => names.length === 0 || names.includes(platform.id));
}

/** Whether a server that isn't there is an error. */
export function mayNotLack(): boolean {
  return process.env[FULL_VARIABLE] === '1';
}
