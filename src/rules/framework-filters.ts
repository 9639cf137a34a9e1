import type { AnsweredBy } from './responder/answered-by.ts';
import { platformName } from './responder/platform-name.ts';
import type { PlatformId } from './responder/platforms.ts';

/** A check that a framework makes before the application's own code, and before CORS. */
export interface Filter {
  readonly framework: string;
  readonly kind: 'host' | 'csrf';
  /** Where it is changed. */
  readonly setting: string;
  /** Whether nothing else answers with that status. */
  readonly isUnmistakable: boolean;
}

interface Refusal {
  readonly kind: Filter['kind'];
  readonly status: number;
  readonly setting: string;
}

/** What frameworks answer whom they refuse, by their own defaults. */
const REFUSALS: ReadonlyMap<PlatformId, readonly Refusal[]> = new Map<PlatformId, readonly Refusal[]>([
  [
    'django',
    [
      { kind: 'csrf', status: 403, setting: 'CSRF_TRUSTED_ORIGINS, csrf_exempt' },
      { kind: 'host', status: 400, setting: 'ALLOWED_HOSTS' },
    ],
  ],
  [
    'rails-puma',
    [
      { kind: 'csrf', status: 422, setting: 'skip_forgery_protection' },
      { kind: 'host', status: 403, setting: 'config.hosts' },
    ],
  ],
  ['spring', [{ kind: 'csrf', status: 403, setting: 'csrf.ignoringRequestMatchers' }]],
  [
    'kestrel',
    [
      { kind: 'csrf', status: 400, setting: 'IgnoreAntiforgeryToken' },
      { kind: 'host', status: 400, setting: 'AllowedHosts' },
    ],
  ],
]);

/** Laravel made this status up, and tells nothing of itself without a session. */
const LARAVEL: Filter & { readonly status: number } = {
  status: 419,
  framework: 'Laravel',
  kind: 'csrf',
  setting: 'validateCsrfTokens',
  isUnmistakable: true,
};

/** A CSRF token isn't asked for with these, for they change nothing. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** The check of a framework that gives such an answer to that method; null if none is known to. */
export function filterThatAnswers(
  answeredBy: AnsweredBy | null,
  status: number,
  method: string,
): Filter | null {
  const changes = !SAFE_METHODS.includes(method);
  if (status === LARAVEL.status && changes) return LARAVEL;
  // What stands in front made the answer itself.
  if (answeredBy === null || answeredBy.maker !== null) return null;
  for (const platform of answeredBy.platforms) {
    const refusal = REFUSALS.get(platform)?.find(
      (each) => each.status === status && (each.kind === 'host' || changes),
    );
    if (refusal === undefined) continue;
    return {
      framework: platformName(platform),
      kind: refusal.kind,
      setting: refusal.setting,
      isUnmistakable: false,
    };
  }
  return null;
}
