import { allowOriginRule, LINES_OR_LIST_EVIDENCE } from '../allow-origin-rule.ts';

/** A pattern, or the name of a setting, that reached the header as it is. */
export const originPattern = allowOriginRule({
  id: 'origin-pattern',
  differences: ['pattern', 'placeholder', 'null'],
  words: {
    title: 'Allowed origin is a pattern',
    'title-placeholder': 'Allowed origin is a placeholder',
    'title-null': 'Allowed origin is null',
    headline:
      '`{host}` sends the pattern `{value}` as the allowed origin, and browsers don’t match patterns.',
    'headline-placeholder':
      '`{host}` sends the placeholder `{value}` as the allowed origin, and it doesn’t match `{origin}`.',
    'headline-null': '`{host}` sends `{value}` as the allowed origin, but your page’s origin is `{origin}`.',
    explanation:
      'The header names one origin, or `*` for all. Matching a pattern is the server’s work: compare the request’s `Origin` there, and send back the one origin that asked.',
    'explanation-placeholder':
      'That looks like a setting that was never filled in, or that reached the header as text. The header has to name one origin.',
    'explanation-null':
      '`null` stands for pages without an origin, such as sandboxed frames. Servers send it because a setting is missing, or to say no; but it lets any sandboxed frame in. To say no, leave the header out.',
    'evidence-lines-or-list': LINES_OR_LIST_EVIDENCE,
  },
  details: ({ difference, linesOrList }) => ({
    actions: [{ id: 'match-origin-on-server', data: {} }],
    variant: {
      ...(difference === 'placeholder' || difference === 'null'
        ? {
            title: `title-${difference}`,
            headline: `headline-${difference}`,
            explanation: `explanation-${difference}`,
          }
        : {}),
      ...(linesOrList ? { evidence: 'evidence-lines-or-list' } : {}),
    },
  }),
});
