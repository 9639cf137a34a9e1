import { OUTSIDE_CORS } from '../explainable.ts';
import { answerOutsideCors, askedMethod, displayStatus, type FaultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK } from '../links.ts';
import type { AnsweredBy } from '../responder/answered-by.ts';
import { platformName } from '../responder/platform-name.ts';
import type { PlatformId } from '../responder/platforms.ts';
import type { Found, Rule } from '../rule.ts';

/** Protection against robots and attacks, which stops a request before the API sees it. */
export const botChallenge: Rule = {
  id: 'bot-challenge',
  severity: 'error',
  words: {
    title: 'Stopped by bot protection or a firewall ({code})',
    headline:
      '{protector} in front of `{host}` stopped the request: its bot protection or firewall answered `{asked}` with {status}.',
    explanation:
      'The API never saw the request. A script can’t solve a challenge, and the answer has no CORS headers for `{origin}`, so the browser reports CORS.',
    'explanation-preflight':
      'The API never saw the preflight. Browsers send preflights without cookies, so even a visitor who has solved the challenge fails here.',
    evidence: 'The headers of the answer to `{asked}` show that it isn’t the API’s own.',
    'evidence-likely':
      'The headers of the answer to `{asked}` look as if it weren’t the API’s own; one that was only passed on could look the same.',
    'action-exempt-from-bot-protection':
      'Exempt `{url}` from the bot and firewall rules of {protector}; its log names the rule.',
    'action-exempt-options-from-bot-protection':
      'Exempt `OPTIONS` requests for `{url}` from the bot and firewall rules of {protector}; its log names the rule.',
    'action-open-once':
      'To get past it for now, open `{target}` in a tab, solve the challenge, and send the request with credentials.',
  },
  links: [
    {
      label: 'Cloudflare: Detect a challenge page response',
      url: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    },
    {
      label: 'AWS WAF: CAPTCHA and Challenge',
      url: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
    },
    CORS_CHECK,
  ],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    const maker = context.answeredBy?.maker ?? null;
    if (answer === null || maker === null || !isStopped(answer, maker)) return null;
    const protector = platformName(maker.platform);
    const isPreflight = answer.on === 'preflight';
    const { status } = answer.response;
    return {
      data: {
        protector,
        status: displayStatus(answer.response),
        code: String(status),
        asked: askedMethod(answer, context.hop),
      },
      confidence: maker.confidence,
      at: { hop: context.hopIndex, on: answer.on },
      actions: [
        ...(isPreflight
          ? [{ id: 'exempt-options-from-bot-protection', data: { protector } }]
          : [
              { id: 'exempt-from-bot-protection', data: { protector } },
              { id: 'open-once', data: {} },
            ]),
      ],
      variant: {
        ...(isPreflight ? { explanation: 'explanation-preflight' } : {}),
        ...(maker.confidence === 'likely' ? { evidence: 'evidence-likely' } : {}),
      },
    };
  },
};

/** Who stops requests, and the statuses of the answers by which they do. */
const PROTECTORS: ReadonlyMap<PlatformId, readonly number[]> = new Map([
  ['cloudflare', [403, 429, 503]],
  ['aws-waf', [202, 403, 405]],
  ['akamai', [403]],
  ['imperva', [403, 503]],
  ['sucuri', [403]],
  ['vercel', [403, 429]],
]);

function isStopped({ response }: FaultyAnswer, maker: NonNullable<AnsweredBy['maker']>): boolean {
  const { status } = response;
  // The other statuses have other reasons as well, unless a header of its own says that it is this.
  const isClear = maker.confidence === 'certain' || status === 403;
  return isClear && PROTECTORS.get(maker.platform)?.includes(status) === true;
}
