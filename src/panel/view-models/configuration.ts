import {
  type AllowListPolicy,
  allowsAllOf,
  configurationFor,
  PLATFORMS,
  type Policy,
  policyWarnings,
} from '../../fixes/index.ts';
import { FAMILIES, type ServerPlatform, type TrapTopic } from '../../fixes/platforms/platform.ts';
import { provenOn } from '../../fixes/platforms/proven.ts';
import { configurationStrings as words } from '../configuration-strings.ts';
import { checkedByWords, reloadWords, trapWords } from '../platform-words.ts';
import { type PolicyDraft, policyOfDraft } from './policy-draft.ts';
import { type PolicyEditorVM, refusalOf, toPolicyEditor } from './policy-editor.ts';
import { targetLabel } from './row.ts';
import { type SnippetVM, toSnippets } from './snippet.ts';
import type { TextPart } from './text.ts';

/** What a server has to allow, and what is known of it. */
export interface ConfigurationSubject {
  /** The server's serialised origin. */
  readonly target: string;
  /** For the one request that is explained; null where several are looked at. */
  readonly forRequest: AllowListPolicy | null;
  /** For all requests that were seen to it; null if none of them would pass. */
  readonly forTraffic: AllowListPolicy | null;
  /** How many those are. */
  readonly covered: number;
  /** Whether the one request passes with a policy, by the rules; null where there is none. */
  readonly passes: ((policy: Policy) => boolean) | null;
  /** The platforms that its answer shows, the most likely first, and what is wrong about it. */
  readonly answersAs: readonly string[];
  readonly topics: readonly string[];
}

/** What the user has chosen and changed for a server. */
export interface ConfigurationChoices {
  /** A platform's id; null as long as none was chosen for this server. */
  readonly platform: string | null;
  /** What was chosen before where such a platform answered. */
  readonly remembered: string | null;
  readonly source: 'request' | 'traffic';
  readonly draft: PolicyDraft;
}

/** The configuration for a server: what to paste where. */
export interface ConfigurationVM {
  /** The server's origin. */
  readonly key: string;
  readonly label: string;
  /** For what chooses by it. */
  readonly answersAs: readonly string[];
  readonly platform: {
    readonly id: string;
    readonly name: string;
    readonly why: string;
    readonly families: readonly {
      readonly label: string;
      readonly platforms: readonly { readonly id: string; readonly name: string }[];
    }[];
  };
  /** What it is made for; null if there is no choice. */
  readonly source: 'request' | 'traffic' | null;
  readonly editor: PolicyEditorVM;
  readonly effect: { readonly isGood: boolean; readonly text: string };
  readonly proof: string;
  /** Why there is no text; empty if there is one. */
  readonly refusal: readonly TextPart[];
  readonly snippets: readonly SnippetVM[];
  readonly reload: readonly TextPart[];
  /** What goes wrong with the cause that was found, and what else does. */
  readonly traps: {
    readonly relevant: readonly (readonly TextPart[])[];
    readonly others: readonly (readonly TextPart[])[];
  };
  readonly othersHeading: string;
  readonly links: ServerPlatform['links'];
}

/** Null if the server has nothing to allow. */
export function toConfiguration(
  subject: ConfigurationSubject,
  choices: ConfigurationChoices,
): ConfigurationVM | null {
  const { target, forRequest, forTraffic, answersAs } = subject;
  const hasChoice = forRequest !== null && forTraffic !== null && !isEqual(forRequest, forTraffic);
  const source = hasChoice ? choices.source : forRequest === null ? 'traffic' : 'request';
  const seen = source === 'request' ? forRequest : forTraffic;
  if (seen === null) return null;
  const { platform, why } = platformFor(answersAs, choices);
  const policy = policyOfDraft(seen, choices.draft);
  const configuration = configurationFor(platform, policy, target);
  const unwritable = configuration.kind === 'unwritable' ? configuration.why : null;
  const isRelevant = (about: readonly TrapTopic[]) => about.some((topic) => subject.topics.includes(topic));
  const trapsOf = (relevant: boolean) =>
    platform.traps
      .filter(({ about }) => isRelevant(about) === relevant)
      .map((trap) => trapWords(platform, trap));
  return {
    key: target,
    label: words.label({ target: targetLabel(target) }),
    answersAs,
    platform: { id: platform.id, name: platform.name, why, families: familiesOfPlatforms() },
    source: hasChoice ? source : null,
    editor: toPolicyEditor(seen, choices.draft, policy, platform, unwritable),
    effect: effectOf(subject, source === 'traffic' ? seen : null, policy),
    proof: proofOf(platform),
    refusal: unwritable === null ? [] : refusalOf(unwritable, platform),
    snippets:
      configuration.kind === 'written'
        ? toSnippets(platform, configuration.snippets, policyWarnings(policy))
        : [],
    reload: reloadWords(platform),
    traps: { relevant: trapsOf(true), others: trapsOf(false) },
    othersHeading: words.traps.others({ platform: platform.name }),
    links: platform.links,
  };
}

/**
 * The platform and the policy by which a report has a configuration for a server; null if nothing tells what the server
 * runs on: others would take a guess for knowledge.
 *
 * @param seen what its requests need, before the user's changes
 */
export function configurationToReport(
  answersAs: readonly string[],
  choices: Omit<ConfigurationChoices, 'source'>,
  seen: AllowListPolicy,
): { readonly platform: ServerPlatform; readonly policy: Policy } | null {
  const known = knownPlatform(answersAs, choices);
  return known === null ? null : { platform: known.platform, policy: policyOfDraft(seen, choices.draft) };
}

interface PlatformChoice {
  readonly platform: ServerPlatform;
  readonly why: string;
}

/** Which platform it is for: the known one, or else the one that most have. */
function platformFor(answersAs: readonly string[], choices: ConfigurationChoices): PlatformChoice {
  const known = knownPlatform(answersAs, choices);
  if (known !== null) return known;
  const [first] = PLATFORMS;
  if (first === undefined) throw new Error('There is a configuration for no platform.');
  return { platform: first, why: words.why.guessed };
}

/** As chosen, or else as the answer shows; null if neither tells. */
function knownPlatform(
  answersAs: readonly string[],
  { platform, remembered }: Pick<ConfigurationChoices, 'platform' | 'remembered'>,
): PlatformChoice | null {
  const chosen = byId(platform);
  if (chosen !== undefined) return { platform: chosen, why: '' };
  const before = byId(remembered);
  if (before !== undefined) return { platform: before, why: words.why.remembered };
  for (const id of answersAs) {
    const answering = PLATFORMS.find((each) => each.answersAs.includes(id));
    if (answering !== undefined) return { platform: answering, why: words.why.answered };
  }
  return null;
}

function byId(id: string | null): ServerPlatform | undefined {
  return PLATFORMS.find((each) => each.id === id);
}

function familiesOfPlatforms(): ConfigurationVM['platform']['families'] {
  return FAMILIES.map((family) => ({
    label: words.families[family],
    platforms: PLATFORMS.filter((each) => each.family === family).map(({ id, name }) => ({ id, name })),
  })).filter(({ platforms }) => platforms.length > 0);
}

/** @param traffic what all that was seen needs, if it is made for that */
function effectOf(
  { passes, covered }: ConfigurationSubject,
  traffic: AllowListPolicy | null,
  policy: Policy,
): ConfigurationVM['effect'] {
  if (passes !== null && !passes(policy)) return { isGood: false, text: words.effect.blocked };
  if (traffic === null) return { isGood: true, text: words.effect.passes };
  if (!allowsAllOf(policy, traffic)) return { isGood: false, text: words.effect.less };
  return { isGood: true, text: words.effect.passesAll({ count: covered }) };
}

function proofOf(platform: ServerPlatform): string {
  if (platform.proof.kind === 'checked') return words.proof.checked({ by: checkedByWords(platform) });
  const on = provenOn(platform.id);
  if (on === null) return '';
  const { version, chromium, firefox, date } = on;
  return words.proof.run({ platform: platform.name, version, chromium, firefox, date });
}

function isEqual(one: AllowListPolicy, other: AllowListPolicy): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
