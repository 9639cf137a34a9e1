import type { AdviceFound, AdviceRule } from './advice.ts';
import { echoedOrigins } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';
import { originKind } from './origin-kind.ts';

/** A browser's extension is let in by the server, though it doesn't need that. */
export const extensionOriginAllowed: AdviceRule = {
  id: 'extension-origin-allowed',
  topic: 'hygiene',
  words: {
    title: 'An extension’s origin is allowed',
    headline: '`{host}` names `{origins}` in `Access-Control-Allow-Origin`, which is a browser extension.',
    explanation:
      'An extension that has the permission for a host may read from it whatever CORS says. So your own extension needs no entry in the list if it asks for `{host}` in its manifest, and other people’s extensions shouldn’t have one. Firefox makes up another origin for each installation, which no list can hold.',
    evidence: 'In {count} of the recorded requests, the server named it.',
    'action-use-host-permission':
      'Add `{target}/*` to `host_permissions` in the extension’s manifest, and take its origin off the list.',
  },
  links: [
    {
      label: 'Chrome: cross-origin network requests of extensions',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/network-requests',
    },
  ],
  find({ accepted }): AdviceFound | null {
    const echoed = [...echoedOrigins(accepted)].filter(([origin]) => originKind(origin) === 'extension');
    if (echoed.length === 0) return null;
    return {
      data: { origins: nameSome(echoed.map(([origin]) => origin)) },
      severity: 'info',
      confidence: 'certain',
      shownBy: exchangesOf(echoed.flatMap(([, answers]) => answers)),
      actions: [{ id: 'use-host-permission', data: {} }],
    };
  },
};
