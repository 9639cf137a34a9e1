import type { WritablePolicy } from '../writable-policy.ts';
import { CORS_PACKAGE, corsOptions } from './cors-options.ts';
import { npmInstall } from './npm-install.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const firebase: ServerPlatform = {
  id: 'firebase',
  name: 'Firebase (Cloud Functions)',
  family: 'cloud',
  answersAs: ['google-frontend'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'requests to the function, which ran in Node.js with Express' },
  generate: (policy) => [
    npmInstall('cors'),
    { place: 'function', file: 'index.js', language: 'javascript', lines: cloudFunction(policy) },
  ],
  places: {
    install: 'In the folder `functions`, which has the `package.json`.',
    function:
      'Into `functions/src/index.ts`, or into `functions/index.js` if its `package.json` says `"type": "module"`. `withCors` goes around what your function does.',
  },
  reload: 'It takes effect with `firebase deploy --only functions`.',
  traps: [
    {
      id: 'hosting',
      about: ['route', 'origin', 'options'],
      words:
        '`headers` in `firebase.json` count for files of Hosting only. They always say the same, so that they suit `*` but no list of origins, and they answer no preflight.',
    },
    {
      id: 'rewrite',
      about: ['route', 'layers'],
      words:
        'If the page is on Hosting, a `rewrites` entry for the function makes both one origin, and you need no CORS at all.',
    },
    {
      id: 'invoker',
      about: ['sign-in', 'refusal'],
      words:
        'A function that isn’t public answers preflights with 403 before your code runs: set `invoker: public`, and check the sign-in in the function.',
    },
    {
      id: 'option',
      about: ['origin', 'layers'],
      words:
        'The option `cors: true` of `onRequest` allows every origin, and it has no way to allow credentials or to expose headers. Don’t use both.',
    },
    {
      id: 'callable',
      about: ['route'],
      words: 'Functions made with `onCall` answer preflights themselves; their option `cors` takes the list.',
    },
    {
      id: 'promise',
      about: ['errors'],
      words:
        'A promise that is rejected unheard ends the instance, whose answer has no headers: catch it, and answer with 500.',
    },
    {
      id: 'platform',
      about: ['upstream', 'errors'],
      words:
        'What Google answers for the function (429 without a free instance, 500 if it can’t start, 504 after its time) has none of these headers.',
    },
  ],
  links: [
    { label: 'Firebase: HTTP functions', url: 'https://firebase.google.com/docs/functions/http-events' },
    {
      label: 'Firebase Hosting: headers',
      url: 'https://firebase.google.com/docs/hosting/full-config#headers',
    },
    { label: 'npm: cors', url: 'https://www.npmjs.com/package/cors' },
  ],
};

function cloudFunction(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import cors from 'cors';", "import { onRequest } from 'firebase-functions/https';"),
    ...lines(null, '', 'const withCors = cors({'),
    ...corsOptions(policy, CORS_PACKAGE, '  '),
    ...lines(null, '});', ''),
    ...lines(
      'use',
      'export const api = onRequest((request, response) => {',
      '  withCors(request, response, () => {',
    ),
    ...lines('your-part', '    // … what your function does …'),
    ...lines('use', '  });', '});'),
  ];
}
