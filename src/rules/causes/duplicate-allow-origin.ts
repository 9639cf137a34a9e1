import { allowOriginRule } from '../allow-origin-rule.ts';

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
    'explanation-lines-or-list':
      'This browser shows two header lines and one line with a list alike. More likely two layers each add the header: the app, and a proxy, gateway or CDN in front of it.',
    'action-keep-one-layer':
      'Let only one layer add CORS headers. Either take them out of the app, or let the proxy remove the app’s (`proxy_hide_header` in nginx, `Header unset` in Apache) before it adds its own.',
  },
  details: ({ lines, linesOrList }) => ({
    actions: [{ id: 'keep-one-layer', data: {} }],
    ...(linesOrList && lines.length === 1
      ? { variant: { headline: 'headline-lines-or-list', explanation: 'explanation-lines-or-list' } }
      : { data: { count: String(lines.length) } }),
  }),
});
