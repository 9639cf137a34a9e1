import { allowOriginRule, LINES_OR_LIST_EVIDENCE } from '../allow-origin-rule.ts';
import type { AnsweredBy } from '../responder/answered-by.ts';
import { platformName } from '../responder/platform-name.ts';
import type { Found } from '../rule.ts';

/** Two layers, such as the app and the proxy in front of it, each add the header. */
export const duplicateAllowOrigin = allowOriginRule({
  id: 'duplicate-allow-origin',
  differences: ['several-lines'],
  words: {
    title: 'Access-Control-Allow-Origin is sent twice',
    headline:
      '`{host}` sends `Access-Control-Allow-Origin` {count} times (`{value}`), and browsers accept only one.',
    'headline-lines-or-list':
      '`{host}` sends several values of `Access-Control-Allow-Origin` (`{value}`), in two lines or in one list, and browsers accept only one.',
    explanation:
      'Two layers each add it: usually the app and a proxy, gateway or CDN in front of it. Even the same value twice is refused.',
    'explanation-different':
      'Either two layers each add it, such as the app and a proxy in front of it, or one adds a line for every origin on its list, where only the one that asked belongs.',
    'explanation-layers':
      'Two layers each add it, and even the same value twice is refused. The response came through {outer} and {inner}: look at both.',
    'evidence-lines-or-list': LINES_OR_LIST_EVIDENCE,
  },
  details: ({ value, lines, linesOrList }, { answeredBy }) => {
    const oneLine = linesOrList && lines.length === 1;
    const different = areDifferentOrigins(value);
    const layers = different ? null : layersOf(answeredBy);
    return {
      data: { ...layers?.data, ...(oneLine ? {} : { count: String(lines.length) }) },
      variant: {
        ...(different ? { explanation: 'explanation-different' } : layers?.variant),
        ...(oneLine ? { headline: 'headline-lines-or-list', evidence: 'evidence-lines-or-list' } : {}),
      },
      actions: [
        { id: 'keep-one-layer', data: {} },
        ...(different ? [{ id: 'match-origin-on-server', data: {} }] : []),
      ],
    };
  },
});

/** Whether one layer may have added all of them: each names another origin. */
function areDifferentOrigins(value: string): boolean {
  const origins = value.split(', ');
  return origins.every((each) => each.includes('://')) && new Set(origins).size === origins.length;
}

/** The names of the outermost and the innermost layer, if the response shows more than one. */
function layersOf(answeredBy: AnsweredBy | null): Pick<Found, 'data' | 'variant'> | null {
  const [outer, ...others] = answeredBy?.platforms ?? [];
  const inner = others.at(-1);
  if (outer === undefined || inner === undefined) return null;
  return {
    data: { outer: platformName(outer), inner: platformName(inner) },
    variant: { explanation: 'explanation-layers' },
  };
}
