import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import type { AllowOriginDetails } from '../allow-origin-rule.ts';
import { anotherOriginRule } from '../another-origin-rule.ts';
import type { RuleContext } from '../rule.ts';
import type { WrongAllowOrigin } from '../wrong-allow-origin.ts';

/** A proper origin, of somebody else. */
export const originOther = anotherOriginRule({
  id: 'origin-other',
  differences: ['other'],
  words: {
    title: 'Another origin is allowed',
    headline: '`{host}` allows `{value}`, but your page is on `{origin}`.',
    explanation:
      'Either the server, or the proxy in front of it, names one fixed origin, such as the production site, or it picks from a list and yours isn’t in it.',
    'explanation-fixed':
      'The server, or the proxy in front of it, names one fixed origin whoever asks, such as the production site.',
    'explanation-list': 'The server picks from a list of origins, and yours isn’t in it.',
    'evidence-fixed':
      '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`, as it answered a page on `{asker}`; this request’s `Origin` was `{sent}`.',
    'evidence-list':
      '`{host}` answered `{asked}` with `Access-Control-Allow-Origin: {value}`, and named `{other}` in another response; this request’s `Origin` was `{sent}`.',
  },
  details: howItChooses,
});

/** Whether the server's other responses show one fixed value, or several. */
function howItChooses({ value, sent }: WrongAllowOrigin, { otherAnswers }: RuleContext): AllowOriginDetails {
  // What follows from that is the same for every rule about another origin.
  if (otherAnswers.some(({ named }) => named === sent)) return {};
  // A fixed one of another URL isn't a choice: only what repeats who asked is.
  const another = otherAnswers.find(({ asker, named }) => named === asker && named !== value);
  if (another !== undefined) {
    const variant = { explanation: 'explanation-list', evidence: 'evidence-list' };
    return { data: { other: another.named }, variant };
  }
  const same = otherAnswers.find(
    ({ asker, named }) => named === value && ![value, sent, OPAQUE_ORIGIN].includes(asker),
  );
  if (same === undefined) return {};
  const variant = { explanation: 'explanation-fixed', evidence: 'evidence-fixed' };
  return { data: { asker: same.asker }, variant };
}
