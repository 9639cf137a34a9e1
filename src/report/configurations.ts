import {
  type AllowListPolicy,
  allowsAllOf,
  configurationFor,
  type Policy,
  policyFromTrafficInSteps,
  policyWarnings,
} from '../fixes/index.ts';
import { type ServerPlatform, textOf } from '../fixes/platforms/platform.ts';
import { provenOn } from '../fixes/platforms/proven.ts';
import { WARNING_WORDS } from '../fixes/policy-warnings.ts';
import { ENGLISH } from '../language/language.ts';
import { fillParts, type Values } from '../language/template.ts';
import type { Exchange } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';
import type { Steps } from '../model/steps.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import { platformOrder } from '../rules/responder/configuration-order.ts';
import type { ConfigurationSummary, Prose } from './report.ts';

/** A server's platform, and by what it should answer. */
export interface ChosenConfiguration {
  readonly platform: ServerPlatform;
  readonly policy: Policy;
}

/**
 * What to configure on a server; null if it isn't known what it runs on.
 *
 * @param target the server's serialised origin
 * @param answersAs the platforms that its answers show, the most likely first
 * @param seen what the requests of the report need
 */
export type ChooseConfiguration = (
  target: string,
  answersAs: readonly string[],
  seen: AllowListPolicy,
) => ChosenConfiguration | null;

interface Diagnosed {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

/**
 * The configuration of each server that has something to allow, in the order in which they first fail. What can't be
 * written is left out: the header changes are in the report all the same.
 */
export function* configurationsInSteps(
  diagnosed: readonly Diagnosed[],
  choose: ChooseConfiguration,
): Steps<readonly ConfigurationSummary[]> {
  const { failing, traffic } = yield* byServer(diagnosed);
  const configurations: ConfigurationSummary[] = [];
  for (const [target, mendable] of failing) {
    const seen = (traffic.get(target) ?? []).slice(-MOST_TRAFFIC);
    const configuration = yield* configurationOf(target, mendable, seen, choose);
    if (configuration !== null) configurations.push(configuration);
    yield;
  }
  return configurations;
}

/**
 * Of what was sent to a server, also what passes today: a configuration that forgets it would break it. More of it would be
 * looked at without anything new being found.
 */
const MOST_TRAFFIC = 500;

/** Quick to sort, enough to make pausing cost nothing. */
const EXCHANGES_PER_STEP = 64;

type ByServer = ReadonlyMap<string, readonly Diagnosed[]>;

/** Those whose answers headers would mend, and all that was sent, each by the server. In steps, each a few exchanges. */
function* byServer(
  diagnosed: readonly Diagnosed[],
): Steps<{ readonly failing: ByServer; readonly traffic: ByServer }> {
  const failing = new Map<string, Diagnosed[]>();
  const traffic = new Map<string, Diagnosed[]>();
  for (const [index, each] of diagnosed.entries()) {
    const target = serverToMend(each);
    if (target !== null) addTo(failing, target, each);
    for (const origin of new Set(each.exchange.hops.map(({ url }) => originOf(url)))) {
      addTo(traffic, origin, each);
    }
    if (index % EXCHANGES_PER_STEP === 0) yield;
  }
  return { failing, traffic };
}

function addTo(servers: Map<string, Diagnosed[]>, target: string, each: Diagnosed): void {
  const group = servers.get(target);
  if (group === undefined) servers.set(target, [each]);
  else group.push(each);
}

/** The serialised origin of the server whose headers have to change first; null if no header helps. */
function serverToMend({ exchange: { hops }, diagnosis: { fix } }: Diagnosed): string | null {
  const [change] = fix.changes;
  return change === undefined ? null : originOf((hops[change.hop] ?? hops[0]).url);
}

function* configurationOf(
  target: string,
  failing: readonly Diagnosed[],
  traffic: readonly Diagnosed[],
  choose: ChooseConfiguration,
): Steps<ConfigurationSummary | null> {
  const evaluated = [...new Set([...failing.slice(0, MOST_TRAFFIC), ...traffic])].map(
    ({ exchange, diagnosis }) => ({ exchange, evaluation: diagnosis.evaluation }),
  );
  const { policy: seen, covered } = yield* policyFromTrafficInSteps(evaluated, target);
  if (seen === null) return null;
  const answeredBy = failing.find(({ diagnosis }) => diagnosis.answeredBy !== null)?.diagnosis.answeredBy;
  const chosen = choose(
    target,
    answeredBy === undefined || answeredBy === null ? [] : platformOrder(answeredBy),
    seen,
  );
  if (chosen === null) return null;
  const { platform, policy } = chosen;
  const configuration = configurationFor(platform, policy, target);
  if (configuration.kind === 'unwritable') return null;
  const mended = new Set(allowsAllOf(policy, seen) ? covered : []);
  return {
    target,
    platform: platform.id,
    name: platform.name,
    snippets: configuration.snippets.map((snippet) => ({
      place: words(platform.places[snippet.place] ?? snippet.place),
      ...(snippet.file === null ? {} : { file: snippet.file }),
      language: snippet.language,
      text: textOf(snippet),
    })),
    reload: words(platform.reload),
    warnings: policyWarnings(policy).map(({ id, data }) => words(WARNING_WORDS[id], data)),
    proof: proofOf(platform),
    exchanges: failing.map(({ exchange }) => exchange.id).filter((id) => mended.has(id)),
  };
}

function proofOf({ id, name, proof }: ServerPlatform): Prose {
  if (proof.kind === 'checked') return words(`Not run by us, checked by ${proof.by}.`);
  const on = provenOn(id);
  if (on === null) return [];
  const { version, chromium, firefox, date } = on;
  return words(
    'A configuration of this kind ran on {name} {version}, and Chromium {chromium} and Firefox {firefox} let such requests pass ({date}).',
    { name, version, chromium, firefox, date },
  );
}

function words(template: string, data: Values = {}): Prose {
  return fillParts(template, data, ENGLISH).map(({ text, code }) => ({ kind: code ? 'code' : 'text', text }));
}
