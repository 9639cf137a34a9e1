import { type Signal, signal } from '@preact/signals';
import type { ChooseConfiguration } from '../../report/index.ts';
import {
  type ConfigurationChoices,
  type ConfigurationSubject,
  type ConfigurationVM,
  configurationToReport,
  toConfiguration,
} from '../view-models/configuration.ts';
import { type PolicyDraft, UNTOUCHED } from '../view-models/policy-draft.ts';

/** Which platform was chosen last where such a platform had answered: ids of platforms by ids of those that answer. */
export type RememberedServers = Readonly<Record<string, string>>;

/** Stands for answers that show no platform. */
const NOBODY = 'unknown';

/** What the user chooses for each server, for as long as the panel is open. */
export interface Configurations {
  /** Kept for the next panel. */
  readonly servers: Signal<RememberedServers>;
  /** Null if the server has nothing to allow. Follows the user's choices. */
  view(subject: ConfigurationSubject): ConfigurationVM | null;
  /** For a report, as the user has chosen; null if it isn't known what the server runs on. */
  readonly toReport: ChooseConfiguration;
  /** @param answersAs the platforms that the server's answer shows */
  choose(target: string, answersAs: readonly string[], platform: string): void;
  useSource(target: string, source: ConfigurationChoices['source']): void;
  change(target: string, draft: PolicyDraft): void;
  /** Back to what was seen. */
  reset(target: string): void;
}

type OfServer = Pick<ConfigurationChoices, 'platform' | 'source' | 'draft'>;

const NOTHING_CHOSEN: OfServer = { platform: null, source: 'request', draft: UNTOUCHED };

export function createConfigurations(remembered: RememberedServers): Configurations {
  const servers = signal(remembered);
  const chosen = signal<ReadonlyMap<string, OfServer>>(new Map());
  const choicesFor = (target: string) => chosen.value.get(target) ?? NOTHING_CHOSEN;

  function update(target: string, part: Partial<OfServer>): void {
    chosen.value = new Map(chosen.value).set(target, { ...choicesFor(target), ...part });
  }

  return {
    servers,
    view: (subject) => {
      const [answering = NOBODY] = subject.answersAs;
      const before = servers.value[answering] ?? null;
      return toConfiguration(subject, { ...choicesFor(subject.target), remembered: before });
    },
    toReport: (target, answersAs, seen) => {
      const [answering = NOBODY] = answersAs;
      const remembered = servers.peek()[answering] ?? null;
      return configurationToReport(answersAs, { ...choicesFor(target), remembered }, seen);
    },
    choose: (target, [answering = NOBODY], platform) => {
      update(target, { platform });
      servers.value = { ...servers.value, [answering]: platform };
    },
    useSource: (target, source) => update(target, { source }),
    change: (target, part) => update(target, { draft: { ...choicesFor(target).draft, ...part } }),
    reset: (target) => update(target, { draft: UNTOUCHED }),
  };
}
