import type { Hop } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import { getHeader } from '../model/header-list.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from './links.ts';
import { type LibraryHeaders, librariesOf } from './request-header-library.ts';
import { type HeaderOrigin, headerOrigin } from './request-header-origin.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/** What sets one rule about headers that the preflight's answer doesn't allow apart from the others. */
export interface HeaderNotAllowedRule {
  readonly id: string;
  /** Without `evidence`, which is the same for all of them. */
  readonly words: Readonly<Record<'title' | 'headline' | 'explanation', string>> &
    Readonly<Record<string, string>>;
  /** Whether it is about them. */
  isAbout(missing: MissingHeaders): boolean;
  /** What the rule has to say besides the names of the headers, which all of them name. */
  details?(
    missing: MissingHeaders,
    context: RuleContext,
  ): Partial<Pick<Found, 'data' | 'variant' | 'actions'>>;
}

/** The headers that the preflight's answer doesn't allow. */
export interface MissingHeaders {
  /** Lower case, in the order of Access-Control-Request-Headers. */
  readonly names: readonly string[];
  /** Where they come from, each once. */
  readonly origins: ReadonlySet<HeaderOrigin>;
  /** Libraries that are likely to have added some of them. */
  readonly libraries: readonly LibraryHeaders[];
}

/** Firefox's page about a header that isn't allowed. */
const LINKS = [
  mdnError('CORSMissingAllowHeaderFromPreflight'),
  mdnHeader('Access-Control-Allow-Headers'),
  CORS_PREFLIGHT_FETCH,
];

/** The two lists side by side, which is all that the check compares. */
const EVIDENCE = {
  evidence:
    'The preflight asked for `Access-Control-Request-Headers: {asked}`; its response has `Access-Control-Allow-Headers: {allowed}`.',
  'evidence-none':
    'The preflight asked for `Access-Control-Request-Headers: {asked}`; its response lists no headers.',
} as const;

/** A rule for request headers of one kind that the preflight's answer doesn't allow: all at once; browsers name one. */
export function headerNotAllowedRule({ id, words, isAbout, details }: HeaderNotAllowedRule): Rule {
  return {
    id,
    severity: 'error',
    words: { ...EVIDENCE, ...words },
    links: LINKS,
    explains: ['preflight-headers'],
    find(context): Found | null {
      const { fault, hop, hopIndex } = context;
      if (fault?.check !== 'preflight-headers' || fault.missing.length === 0) return null;
      const asked = askedFor(hop) ?? fault.missing;
      const missing = describe(fault.missing, asked);
      if (!isAbout(missing)) return null;
      const none = fault.allowed.length === 0;
      const { data, variant, actions } = details?.(missing, context) ?? {};
      return {
        data: {
          headers: fault.missing.join(', '),
          asked: asked.join(', '),
          ...(none ? {} : { allowed: fault.allowed.join(', ') }),
          ...data,
        },
        confidence: 'certain',
        at: { hop: hopIndex, on: 'preflight' },
        actions: actions ?? libraryActions(missing),
        variant: { ...variant, ...(none ? { evidence: 'evidence-none' } : {}) },
      };
    },
  };
}

/** Whether all of them come from that one place. */
export function areAll(origin: HeaderOrigin): HeaderNotAllowedRule['isAbout'] {
  return ({ origins }) => origins.size === 1 && origins.has(origin);
}

/** Those of the names that come from there. */
export function ofOrigin(origin: HeaderOrigin, { names }: MissingHeaders): readonly string[] {
  return names.filter((name) => headerOrigin(name) === origin);
}

/** The names in Access-Control-Request-Headers, which browsers send in lower case; null if it wasn't seen. */
function askedFor({ preflight }: Hop): readonly string[] | null {
  const asked = getHeader(preflight?.request.headers ?? [], 'access-control-request-headers');
  return asked === null ? null : asked.split(',').map((name) => name.trim());
}

function describe(names: readonly string[], asked: readonly string[]): MissingHeaders {
  return {
    names,
    origins: new Set(names.map(headerOrigin)),
    libraries: librariesOf(names, asked),
  };
}

/** What keeps libraries from adding what nobody asked them for. */
function libraryActions(missing: MissingHeaders): readonly Action[] {
  // Without its own header, ngrok answers with a warning page.
  const library = ofOrigin('library', missing).filter((name) => !name.startsWith('ngrok-'));
  const ofCaching = library.filter((name) => CACHING.test(name));
  return [
    ...missing.libraries.flatMap(limitLibrary),
    ...(library.length === 0 ? [] : [{ id: 'remove-library-header', data: { headers: library.join(', ') } }]),
    ...(ofCaching.length === 0 ? [] : [{ id: 'use-cache-mode', data: { headers: ofCaching.join(', ') } }]),
  ];
}

/** Headers of HTTP caching. */
export const CACHING = /^(cache-control|pragma|expires|if-none-match|if-modified-since)$/;

function limitLibrary({ library: { name, limit }, names }: LibraryHeaders): readonly Action[] {
  if (limit === undefined) return [];
  const { action, setting } = limit;
  const data = { library: name, headers: names.join(', ') };
  return [{ id: action, data: setting === undefined ? data : { ...data, setting } }];
}
