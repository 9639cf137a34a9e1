import type { Policy } from '../../src/fixes/index.ts';
import type { ServerPlatform, Snippet } from '../../src/fixes/platforms/platform.ts';
import type { ProbeId } from './probes.ts';

/**
 * A real server that runs with exactly the text that our generator writes, in the smallest surrounding that it needs. One
 * file each in `servers`, and one entry of its index.
 *
 * What it answers, at `/` and again below `/api/` (`ROUTES` says it all):
 * - `/ok`: 200 to GET, POST and PUT, with `X-Total-Count: 42` (exposed) and `X-Internal: 7` (not exposed)
 * - `/vary`: 200 with `Vary: Accept-Encoding`
 * - `/boom`: 500, because something inside threw
 * - `/private`: 401 to whatever the method is, by the layer that checks sign-ins on that platform
 * - anything else: 404
 * - proxies besides: `/dead`, of which what is behind it doesn't answer; `/dup`, where the upstream sends CORS headers
 */
export interface ServerUnderTest extends ParsedPlatform {
  /** What stands in front of an upstream (`upstream.ts`), or answers itself. */
  readonly role: 'proxy' | 'app';
  /** Starts it with the snippets, or without any. Use `runProgram`, which waits until it listens. */
  start(surroundings: Surroundings, snippets: readonly Snippet[] | null): Promise<RunningServer>;
  /** The program's own version, as the panel says on what it was proven: `1.22.1`. */
  version(): Promise<string>;
  /** The rule that leads for a PUT from script to `/ok` while it runs without the snippets. */
  readonly causeWithout: string;
  /** Probes that it answers otherwise, each with the reason, which is documented. */
  readonly otherwise?: Readonly<Partial<Record<ProbeId, string>>>;
  /** What pages do there besides `fetch`ing the routes. */
  readonly fromScript?: readonly FromScript[];
}

/** Something that script of a page does with a server, and what comes of it. */
export interface FromScript {
  readonly what: string;
  /**
   * Runs in the page, so it may use nothing from around it.
   * @param base the server's origin
   */
  readonly run: (base: string, credentials: 'include' | 'omit') => Promise<string>;
  /** What it gives on a page that the policy allows, and on another. */
  readonly allowed: string;
  readonly stranger: string;
}

/** A platform whose texts are read by what really reads them, or by what knows their format best. */
export interface ParsedPlatform {
  readonly platform: ServerPlatform;
  readonly needs: readonly Need[];
  /** Policies that it can't have, by the names that the tests give them, each with the limit that says why. */
  readonly beyond?: Readonly<Record<string, string>>;
  /**
   * Has it read the snippets, without running them. Where it gives what it has read, that is compared with the policy.
   * @returns what it complains of, or what is there that the policy hasn't; null if nothing
   */
  parse(surroundings: Surroundings, snippets: readonly Snippet[], policy: Policy): Promise<string | null>;
}

/** What has to be on the machine. */
export interface Need {
  /** A program on the PATH or in /usr/sbin, or a file or folder by its absolute path. */
  readonly there: string;
  /** Where it comes from: a Debian package, or `npm` for those in `test/servers/frameworks`. */
  readonly from: { readonly debian: string } | 'npm';
}

export interface Surroundings {
  /** Of its own, empty; for configurations, process ids, logs. Modules of `test/servers/frameworks` are found from there. */
  readonly folder: string;
  /** To listen on, at 127.0.0.1. */
  readonly port: number;
  /** Where a proxy's upstream listens, and a port where nothing does. */
  readonly upstreamPort: number;
  readonly deadPort: number;
}

export interface RunningServer {
  stop(): Promise<void>;
}
