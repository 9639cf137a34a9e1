import { allowOriginRule } from '../allow-origin-rule.ts';

/** A pattern, or the name of a setting, that reached the header as it is. */
export const originPattern = allowOriginRule({
  id: 'origin-pattern',
  differences: ['pattern', 'placeholder'],
  words: {
    title: 'Allowed origin is a pattern',
    'title-placeholder': 'Allowed origin is a placeholder',
    headline:
      '`{host}` sends the pattern `{value}` as the allowed origin, and browsers don’t match patterns.',
    'headline-placeholder': '`{host}` sends `{value}` as the allowed origin, where `{origin}` should be.',
    explanation:
      'The header names one origin, or `*` for all. Matching a pattern is the server’s work: compare the request’s `Origin` there, and send back the one origin that asked.',
    'explanation-placeholder':
      'That looks like a setting that was never filled in, or that reached the header as text. The header has to name your origin.',
  },
  details: ({ difference }) => ({
    actions: [{ id: 'match-origin-on-server', data: {} }],
    ...(difference === 'placeholder'
      ? {
          variant: {
            title: 'title-placeholder',
            headline: 'headline-placeholder',
            explanation: 'explanation-placeholder',
          },
        }
      : {}),
  }),
});
