import { type AllowOriginRule, allowOriginRule } from './allow-origin-rule.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { WrongAllowOrigin } from './wrong-allow-origin.ts';

/** What other responses of the server add to what was seen. */
const WORDS = {
  'evidence-named-for-others':
    '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`, as it answered a page of that origin; this request’s `Origin` was `{sent}`.',
  'evidence-named-yours':
    '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`; the request’s `Origin` was `{sent}`, which another response of this server names.',
  'explanation-named-yours':
    'The server does name your origin elsewhere, so its list has it. This URL has a header of its own, or a cache gave you the copy that was made for another page.',
} as const;

/** A rule for a header that names a proper origin, in its proper spelling, which is close to the page's but isn't it. */
export function anotherOriginRule({ words, details, ...rest }: AllowOriginRule): Rule {
  return allowOriginRule({
    ...rest,
    words: { ...words, ...WORDS },
    details(wrong, context) {
      const own = details?.(wrong, context) ?? {};
      return {
        actions: [{ id: 'match-origin-on-server', data: {} }],
        ...own,
        variant: { ...own.variant, ...historyVariant(wrong, context) },
      };
    },
  });
}

function historyVariant(
  { value, sent }: WrongAllowOrigin,
  { otherAnswers }: RuleContext,
): NonNullable<Found['variant']> {
  if (otherAnswers.some(({ named }) => named === sent)) {
    return { evidence: 'evidence-named-yours', explanation: 'explanation-named-yours' };
  }
  const forOthers = otherAnswers.some(({ asker, named }) => named === value && asker === value);
  return forOthers ? { evidence: 'evidence-named-for-others' } : {};
}
