import type { WritablePolicy } from '../writable-policy.ts';
import { askRequest, copyAnswer, setHeaders } from './fetch-handler.ts';
import { allowedOriginsConstant } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const supabase: ServerPlatform = {
  id: 'supabase',
  name: 'Supabase Edge Functions',
  family: 'cloud',
  answersAs: ['supabase'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'requests to the function, which ran in Node.js' },
  generate: (policy) => [
    { place: 'shared', file: 'cors.ts', language: 'typescript', lines: shared(policy) },
    { place: 'function', file: 'index.ts', language: 'typescript', lines: edgeFunction() },
  ],
  places: {
    shared: 'A new file in the folder `supabase/functions/_shared`.',
    function: 'In the `index.ts` of each function: `withCors` goes around what you give to `Deno.serve`.',
  },
  reload: 'Deploy every function that has it, with `supabase functions deploy`.',
  traps: [
    {
      id: 'client-headers',
      about: ['options'],
      words:
        'The library supabase-js sends `authorization`, `apikey`, `x-client-info` and `content-type`: all four have to be among the allowed headers.',
    },
    {
      id: 'before',
      about: ['errors', 'sign-in', 'upstream'],
      words:
        'What never gets to your code (a wrong key, a name that isn’t deployed, a function that can’t start) is answered by the gateway, perhaps without these headers.',
    },
    {
      id: 'import',
      about: ['errors', 'options'],
      words:
        'If an import or the code outside of the handler fails, preflights are answered with 503: look into the logs of the function, not for CORS.',
    },
    {
      id: 'other-apis',
      about: ['route', 'origin'],
      words:
        'The data, auth and storage APIs of Supabase answer preflights themselves, for every origin: only functions need this.',
    },
    {
      id: 'both',
      about: ['layers'],
      words: 'CORS headers of the handler are replaced here: take out the `corsHeaders` of the examples.',
    },
  ],
  links: [
    { label: 'Supabase: CORS for Edge Functions', url: 'https://supabase.com/docs/guides/functions/cors' },
  ],
};

function shared(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, 'type Handler = (request: Request) => Response | Promise<Response>;', ''),
    ...allowedOriginsConstant(policy),
    ...lines(null, 'export function withCors(handler: Handler): Handler {', '  return async (request) => {'),
    ...askRequest(policy, '    '),
    ...lines(
      'answer-preflight',
      '    const answer = isPreflight',
      '      ? new Response(null, { status: 204 })',
      '      : await answerOf(handler, request);',
    ),
    ...copyAnswer('    '),
    ...setHeaders(policy, 'response.headers', '    '),
    ...lines(null, '    return response;', '  };', '}', ''),
    ...lines(
      'all-responses',
      'async function answerOf(handler: Handler, request: Request): Promise<Response> {',
      '  try {',
      '    return await handler(request);',
      '  } catch (error) {',
      '    console.error(error);',
      "    return new Response('Internal Server Error', { status: 500 });",
      '  }',
      '}',
    ),
  ];
}

function edgeFunction(): readonly Line[] {
  return [
    ...lines('import', "import { withCors } from '../_shared/cors.ts';"),
    ...lines(null, ''),
    ...lines('use', 'Deno.serve(', '  withCors(async (request) => {'),
    ...lines('your-part', '    // … what your function does …'),
    ...lines('use', '  }),', ');'),
  ];
}
