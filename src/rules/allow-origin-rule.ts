import { readableValue } from '../model/decode-utf8.ts';
import { ALLOW_ORIGIN } from './explainable.ts';
import { CORS_CHECK, mdnError, mdnHeader } from './links.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { WrongAllowOrigin } from './wrong-allow-origin.ts';

/** What sets one rule about a wrong Access-Control-Allow-Origin apart from the others. */
export interface AllowOriginRule {
  readonly id: string;
  /** Where it isn't among them, `evidence` is the same for all of them. */
  readonly words: Readonly<Record<'title' | 'headline' | 'explanation', string>> &
    Readonly<Record<string, string>>;
  readonly differences: readonly WrongAllowOrigin['difference'][];
  /** What the rule has to say besides the header's value, which all of them name. */
  details?(wrong: WrongAllowOrigin, context: RuleContext): AllowOriginDetails;
}

export type AllowOriginDetails = Partial<Pick<Found, 'data' | 'variant' | 'actions'>>;

/** Firefox's page about a value that doesn't match. */
const LINKS = [
  mdnError('CORSAllowOriginNotMatchingOrigin'),
  mdnHeader('Access-Control-Allow-Origin'),
  CORS_CHECK,
];

/** The two values side by side, which is all that the check compares. */
const EVIDENCE =
  '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`; the request’s `Origin` was `{sent}`.';

/** What there is to say where two lines may be one list; for rules about several values. */
export const LINES_OR_LIST_EVIDENCE =
  '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`, where this browser shows two lines and one line with a list alike; the request’s `Origin` was `{sent}`.';

/** A rule for one way in which the value of Access-Control-Allow-Origin fails to be the page's origin. */
export function allowOriginRule({ id, words, differences, details }: AllowOriginRule): Rule {
  return {
    id,
    severity: 'error',
    words: { evidence: EVIDENCE, ...words },
    links: LINKS,
    explains: ALLOW_ORIGIN,
    find(context): Found | null {
      const wrong = context.wrongAllowOrigin;
      if (wrong === null || !differences.includes(wrong.difference)) return null;
      const { data, ...rest } = details?.(wrong, context) ?? {};
      const value = wrong.value === '' ? {} : { value: readableValue(wrong.value) };
      const asked = wrong.on === 'preflight' ? 'OPTIONS' : context.hop.method;
      return {
        data: { ...value, sent: wrong.sent, asked, ...data },
        confidence: wrong.linesOrList ? 'likely' : 'certain',
        at: { hop: context.hopIndex, on: wrong.on },
        ...rest,
      };
    },
  };
}
