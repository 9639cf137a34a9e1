import { HTML, has, isError, lacks, platformsOf } from '../platform.ts';

const HEROKU_REPORTS = /\bheroku-nel\b|\bnel\.heroku\.com\b/;

export const HOSTING = platformsOf('hosting', [
  {
    id: 'vercel',
    name: 'Vercel',
    marks: [[has('x-vercel-id')], [has('x-vercel-error')], [has('server', /^Vercel$/i)]],
    made: [
      { sign: [has('x-vercel-error')], confidence: 'certain' },
      { sign: [has('x-vercel-mitigated', /^(?:challenge|deny)$/i)], confidence: 'certain' },
    ],
    source: 'https://vercel.com/docs/headers/response-headers',
  },
  {
    id: 'netlify',
    name: 'Netlify',
    marks: [[has('x-nf-request-id')], [has('server', /^Netlify\b/i)]],
    made: [],
    source: 'https://docs.netlify.com/routing/headers/',
  },
  {
    id: 'heroku',
    name: 'Heroku',
    marks: [
      [has('via', /\b(?:vegur|heroku-router)\b/i)],
      [has('server', /^Heroku$/i)],
      [has('reporting-endpoints', HEROKU_REPORTS)],
      [has('report-to', HEROKU_REPORTS)],
    ],
    made: [
      {
        sign: [has('content-type', HTML), has('server', /^(?:Heroku|Cowboy)$/i), lacks('etag')],
        statuses: (status) => status === 503,
        confidence: 'likely',
      },
    ],
    source: 'https://devcenter.heroku.com/articles/http-routing',
  },
  {
    id: 'render',
    name: 'Render',
    marks: [[has('x-render-origin-server')], [has('rndr-id')], [has('x-render-routing')]],
    made: [{ sign: [has('x-render-routing', /^no-|^suspend|-error$/i)], confidence: 'certain' }],
    source: 'https://render.com/tutorials/when-deploys-go-wrong/runtime-errors',
  },
  {
    id: 'fly',
    name: 'Fly.io',
    marks: [[has('fly-request-id')], [has('via', /\bfly\.io\b/i)], [has('server', /^Fly\//)]],
    made: [],
    source: 'https://fly.io/docs/networking/request-headers/',
  },
  {
    id: 'railway',
    name: 'Railway',
    marks: [
      [has('x-railway-edge')],
      [has('x-railway-request-id')],
      [has('x-railway-fallback')],
      [has('server', /^railway-/i)],
    ],
    made: [{ sign: [has('x-railway-fallback', /^true$/i)], confidence: 'certain' }],
    source: 'https://docs.railway.com/reference/errors/application-failed-to-respond',
  },
  {
    id: 'deno-deploy',
    name: 'Deno Deploy',
    marks: [[has('server', /^deno\//i)]],
    made: [],
    source: 'https://docs.deno.com/deploy/',
  },
  {
    id: 'supabase',
    name: 'Supabase',
    marks: [
      [has('sb-gateway-version')],
      [has('sb-project-ref')],
      [has('x-served-by', /^supabase-edge-runtime$/i)],
    ],
    made: [{ sign: [has('sb-error-code')], statuses: isError, confidence: 'likely' }],
    source: 'https://supabase.com/docs/guides/telemetry/logs',
  },
  {
    id: 'google-frontend',
    name: 'Google Front End',
    marks: [[has('server', /^Google Frontend$/i)], [has('via', /^1\.1 google$/i)]],
    made: [
      // Cloud Run refuses what isn't signed in before it wakes the service.
      {
        sign: [has('server', /^Google Frontend$/i), has('content-type', HTML)],
        statuses: (status) => status === 401 || status === 403,
        confidence: 'likely',
      },
    ],
    source: 'https://cloud.google.com/run/docs/troubleshooting',
  },
  {
    id: 'azure-app-service',
    name: 'Azure App Service',
    marks: [
      [has('x-ms-middleware-request-id')],
      [has('set-cookie', /(?:^|[\n,] ?)ARRAffinity(?:SameSite)?=/)],
    ],
    made: [
      {
        sign: [has('x-ms-middleware-request-id'), has('www-authenticate', /^Bearer realm=/)],
        statuses: (status) => status === 401 || status === 403,
        confidence: 'likely',
      },
    ],
    source: 'https://learn.microsoft.com/en-us/azure/app-service/overview-authentication-authorization',
  },
]);
