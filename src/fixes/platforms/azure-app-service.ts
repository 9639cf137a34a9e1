import type { WritablePolicy } from '../writable-policy.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const azureAppService: ServerPlatform = {
  id: 'azure-app-service',
  name: 'Azure App Service and Functions',
  family: 'cloud',
  answersAs: ['azure-app-service'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a shell, and the options of the Azure CLI' },
  limits: [
    {
      id: 'exposed',
      field: 'exposed',
      words:
        'App Service has no setting for headers that script may read. Let the app itself answer by the policy, and take out all origins here.',
      exceededBy: ({ exposed }) => exposed[0] ?? null,
    },
  ],
  unsaid: ['methods', 'headers', 'maxAge'],
  generate: (policy) => [{ place: 'command', file: null, language: 'shell', lines: command(policy) }],
  places: { command: 'Into a shell that is signed in to Azure (`az login`).' },
  reload: 'It takes effect within a minute; the app may be started anew.',
  traps: [
    {
      id: 'methods-and-headers',
      about: ['options'],
      words:
        'App Service has no setting for methods, request headers and `Max-Age`: pages of these origins may use every method and header, and browsers ask again and again.',
    },
    {
      id: 'both',
      about: ['layers', 'options'],
      words:
        'It answers before the app, whose own CORS code has no effect then. Use one of the two, and take out all origins here if it is to be the app.',
    },
    {
      id: 'adds',
      about: ['origin'],
      words:
        '`cors add` keeps the origins that are there, and `*` counts only if it is the only one: `az webapp cors show` lists them, `az webapp cors remove` takes them out.',
    },
    {
      id: 'functions',
      about: ['route'],
      words: 'For a function app, write `az functionapp` instead of `az webapp`; everything else stays.',
    },
    {
      id: 'local',
      about: ['origin'],
      words:
        'On your own machine it doesn’t count: there, `Host.CORS` in `local.settings.json` does, or `func start --cors`.',
    },
    {
      id: 'slash',
      about: ['origin'],
      words: 'An origin with a slash at the end is taken, but matches no page.',
    },
  ],
  links: [
    {
      label: 'App Service: RESTful API with CORS',
      url: 'https://learn.microsoft.com/en-us/azure/app-service/app-service-web-tutorial-rest-api',
    },
    { label: 'Azure CLI: az webapp cors', url: 'https://learn.microsoft.com/en-us/cli/azure/webapp/cors' },
  ],
};

function command({ origins, credentials }: WritablePolicy): readonly Line[] {
  const list = origins === '*' ? ['*'] : origins;
  return [
    ...lines('your-part', 'GROUP=your-resource-group', 'APP=your-app'),
    ...lines('apply', 'az webapp cors add --resource-group "$GROUP" --name "$APP" \\'),
    ...lines(
      origins === '*' ? 'any-origin' : 'origins',
      '  --allowed-origins \\',
      ...list.map((origin, at) => `    "${origin}"${at < list.length - 1 ? ' \\' : ''}`),
    ),
    ...lines('apply', 'az resource update --resource-group "$GROUP" --name web \\'),
    ...lines(null, '  --namespace Microsoft.Web --resource-type config --parent "sites/$APP" \\'),
    ...lines(
      credentials ? 'credentials' : 'no-credentials',
      `  --set properties.cors.supportCredentials=${credentials}`,
    ),
  ];
}
