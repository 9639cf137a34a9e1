import type { AllowListPolicy, Policy } from '../../fixes/index.ts';
import type { ServerPlatform } from '../../fixes/platforms/platform.ts';
import { MOST_VALUES, type Unwritable } from '../../fixes/writable-policy.ts';
import { configurationStrings as words } from '../configuration-strings.ts';
import { limitWords } from '../platform-words.ts';
import { type PolicyDraft, textsOf } from './policy-draft.ts';
import { inSentence, plain, type TextPart } from './text.ts';

/** The policy in the fields of its editor. */
export interface PolicyEditorVM {
  /** In a few words, for where it isn't open. */
  readonly summary: string;
  readonly everybody: boolean;
  readonly credentials: boolean;
  readonly fields: readonly PolicyFieldVM[];
  /** There is something to go back from. */
  readonly isChanged: boolean;
}

export interface PolicyFieldVM {
  readonly id: PolicyFieldId;
  readonly label: string;
  readonly hint: readonly TextPart[];
  readonly value: string;
  readonly isChanged: boolean;
  /** Why it can't be written; empty if it can. */
  readonly refusal: readonly TextPart[];
  /** It has a line for each value. */
  readonly hasLines: boolean;
}

export type PolicyFieldId = 'origins' | 'methods' | 'headers' | 'exposed' | 'maxAge' | 'path';

export function toPolicyEditor(
  seen: AllowListPolicy,
  draft: PolicyDraft,
  policy: Policy,
  platform: ServerPlatform,
  why: Unwritable | null,
): PolicyEditorVM {
  const was = textsOf(seen);
  const ids: readonly PolicyFieldId[] = [
    ...(policy.origins === '*' ? [] : (['origins'] as const)),
    'methods',
    'headers',
    'exposed',
    'maxAge',
    ...(platform.scope === 'path' ? (['path'] as const) : []),
  ];
  return {
    summary: summaryOf(policy),
    everybody: policy.origins === '*',
    credentials: policy.credentials,
    isChanged: Object.keys(draft).length > 0,
    fields: ids.map((id) => ({
      id,
      label: words.policy[id],
      hint: hintOf(id),
      value: draft[id] ?? was[id],
      isChanged: draft[id] !== undefined && draft[id] !== was[id],
      refusal: why?.field === id ? refusalOf(why, platform) : [],
      hasLines: id === 'origins',
    })),
  };
}

function summaryOf({ origins, methods, credentials, path }: Policy): string {
  const { summary } = words;
  const used = ['GET', 'HEAD', 'POST', ...methods].join(', ');
  return [
    origins === '*'
      ? summary.everybody({ methods: used })
      : summary.list({ count: origins.length, origins: origins.join(', '), methods: used }),
    credentials ? summary.credentials : summary.noCredentials,
    ...(path === null ? [] : [summary.below({ path })]),
  ].join(' · ');
}

function hintOf(id: PolicyFieldId): readonly TextPart[] {
  if (id === 'origins') return plain(words.policy.originsHint);
  return id === 'path' ? words.policy.pathHint : [];
}

/** Why a policy can't be written, in words. */
export function refusalOf(why: Unwritable, platform: ServerPlatform): readonly TextPart[] {
  const { unwritable } = words;
  const { field } = why;
  const value = inSentence(why.value);
  switch (why.problem) {
    case 'not-on-this-platform':
      return limitWords(platform, why.limit, value);
    case 'none':
      return plain(unwritable.none);
    case 'too-many':
      return plain(unwritable.tooMany({ count: MOST_VALUES }));
    case 'too-long':
      return unwritable.tooLong({ value });
    case 'letters':
      if (field === 'origins' || field === 'target') return unwritable.origin({ value });
      if (field === 'maxAge') return unwritable.maxAge({ value });
      return field === 'path' ? unwritable.path({ value }) : unwritable.letters({ value });
  }
}
