import { allowOriginRule, LINES_OR_LIST_EVIDENCE } from '../allow-origin-rule.ts';

/** Several origins in the one line that may name only one. */
export const originList = allowOriginRule({
  id: 'origin-list',
  differences: ['list'],
  words: {
    title: 'Several origins in one header',
    headline: '`{host}` sends a list as the allowed origin, `{value}`, and browsers accept only one origin.',
    'headline-lines-or-list':
      '`{host}` sends several allowed origins, `{value}`, in one line or in two, and browsers accept only one.',
    explanation:
      'The list belongs in the server’s configuration. The response names the one origin that asked, if it is on the list.',
    'explanation-lines-or-list':
      'More likely it is a list, which belongs in the server’s configuration; the response names the one origin that asked. If two layers each add the header, let only one of them do it.',
    'evidence-lines-or-list': LINES_OR_LIST_EVIDENCE,
  },
  details: ({ linesOrList }) => ({
    actions: [{ id: 'match-origin-on-server', data: {} }],
    ...(linesOrList
      ? {
          variant: {
            headline: 'headline-lines-or-list',
            explanation: 'explanation-lines-or-list',
            evidence: 'evidence-lines-or-list',
          },
        }
      : {}),
  }),
});
