import { ALLOW_ORIGIN } from './explainable.ts';
import { CORS_CHECK, mdnError, mdnHeader } from './links.ts';
import type { Found, Rule, RuleContext, RuleWords } from './rule.ts';
import type { WrongAllowOrigin } from './wrong-allow-origin.ts';

/** What sets one rule about a wrong Access-Control-Allow-Origin apart from the others. */
export interface AllowOriginRule {
  readonly id: string;
  readonly words: RuleWords;
  readonly differences: readonly WrongAllowOrigin['difference'][];
  /** What the rule has to say besides the header's value, which all of them name. */
  details?(
    wrong: WrongAllowOrigin,
    context: RuleContext,
  ): Partial<Pick<Found, 'data' | 'variant' | 'actions'>>;
}

/** Firefox's page about a value that doesn't match. */
const LINKS = [
  mdnError('CORSAllowOriginNotMatchingOrigin'),
  mdnHeader('Access-Control-Allow-Origin'),
  CORS_CHECK,
];

/** A rule for one way in which the value of Access-Control-Allow-Origin fails to be the page's origin. */
export function allowOriginRule({ id, words, differences, details }: AllowOriginRule): Rule {
  return {
    id,
    severity: 'error',
    words,
    links: LINKS,
    explains: ALLOW_ORIGIN,
    find(context): Found | null {
      const wrong = context.wrongAllowOrigin;
      if (wrong === null || !differences.includes(wrong.difference)) return null;
      const { data, ...rest } = details?.(wrong, context) ?? {};
      return {
        data: { value: wrong.value, ...data },
        confidence: wrong.linesOrList ? 'likely' : 'certain',
        at: { hop: context.hopIndex, on: wrong.on },
        ...rest,
      };
    },
  };
}
