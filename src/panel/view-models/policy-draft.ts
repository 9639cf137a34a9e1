import type { AllowListPolicy, Policy } from '../../fixes/index.ts';
import { parseUrl } from '../../model/url.ts';

/** What the user has made of a policy. What is absent was never touched, and is as it was seen. */
export interface PolicyDraft {
  readonly everybody?: boolean;
  readonly credentials?: boolean;
  /** As typed: names apart by spaces, commas or lines. */
  readonly origins?: string;
  readonly methods?: string;
  readonly headers?: string;
  readonly exposed?: string;
  readonly maxAge?: string;
  readonly path?: string;
}

export const UNTOUCHED: PolicyDraft = {};

/** The texts of a policy, as they stand in the fields of its editor. */
export function textsOf(policy: AllowListPolicy): Required<Omit<PolicyDraft, 'everybody' | 'credentials'>> {
  return {
    origins: policy.origins.join('\n'),
    methods: policy.methods.join(', '),
    headers: policy.headers.join(', '),
    exposed: policy.exposed.join(', '),
    maxAge: policy.maxAge === null ? '' : String(policy.maxAge),
    path: policy.path ?? '',
  };
}

/** The policy that was seen, with what the user has changed. It may be one that can't be written. */
export function policyOfDraft(seen: AllowListPolicy, draft: PolicyDraft): Policy {
  const text = { ...textsOf(seen), ...draft };
  const common = {
    methods: namesIn(text.methods).filter((name) => !SAFELISTED.includes(name)),
    headers: namesIn(text.headers.toLowerCase()),
    exposed: namesIn(text.exposed.toLowerCase()),
    maxAge: text.maxAge.trim() === '' ? null : Number(text.maxAge),
    path: text.path.trim() === '' ? null : text.path.trim(),
  };
  if (draft.everybody === true) return { ...common, origins: '*', credentials: false };
  const origins = namesIn(text.origins).map(toOrigin);
  return { ...common, origins, credentials: draft.credentials ?? seen.credentials };
}

/** Those need no permission, so that nobody has to list them. */
const SAFELISTED = ['GET', 'HEAD', 'POST'];

function namesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))];
}

/** People copy origins from the address bar, where they end with a slash at least. What is none stays as it is typed. */
function toOrigin(typed: string): string {
  const url = parseUrl(typed);
  const isWhole = url !== null && url.origin !== 'null' && typed.toLowerCase().startsWith(url.origin);
  return isWhole && url.pathname === '/' && url.search === '' ? url.origin : typed;
}
