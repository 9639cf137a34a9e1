import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const iis: ServerPlatform = {
  id: 'iis',
  name: 'IIS with its CORS Module',
  family: 'dotnet',
  answersAs: ['iis'],
  scope: 'path',
  proof: { kind: 'checked', by: 'an XML parser, and a schema written from its documentation' },
  generate: (policy) => [
    {
      place: siteOf(policy) === null ? 'server' : 'location',
      file: 'web.config',
      language: 'xml',
      lines: located(policy),
    },
  ],
  places: {
    server: 'Into `<system.webServer>` of the site’s `web.config`, once the IIS CORS Module is installed.',
    location: 'Into `<configuration>` of the site’s `web.config`, once the IIS CORS Module is installed.',
  },
  reload: 'IIS takes up a changed `web.config` itself.',
  traps: [
    {
      id: 'module',
      about: ['errors', 'route'],
      words:
        'Without the IIS CORS Module, `<cors>` means nothing to IIS, and the whole site answers with 500.19.',
    },
    {
      id: 'custom-headers',
      about: ['layers', 'origin'],
      words:
        'Take `Access-Control-Allow-Origin` out of `<customHeaders>`: these go to every page besides, and browsers refuse two.',
    },
    {
      id: 'app',
      about: ['layers'],
      words:
        'Leave the CORS headers to one of the two: what the application behind IIS sends isn’t taken out.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'The module answers preflights before Windows authentication does; an `OPTIONS` handler or rewrite rule of your own isn’t needed.',
    },
    {
      id: 'all-headers',
      about: ['options'],
      words: '`allowAllRequestedHeaders` allows every header that a page asks for, listed or not.',
    },
    {
      id: 'specific',
      about: ['origin'],
      words:
        'The most specific rule counts for an origin, alone: each has its own methods and headers, and `failUnlistedOrigins` answers the others with 403.',
    },
  ],
  links: [
    {
      label: 'IIS CORS Module: reference',
      url: 'https://learn.microsoft.com/en-us/iis/extensions/cors-module/cors-module-configuration-reference',
    },
    { label: 'IIS CORS Module: download', url: 'https://www.iis.net/downloads/microsoft/iis-cors-module' },
  ],
};

/** The path as `<location>` has it; null for the whole site. */
function siteOf({ path }: WritablePolicy): string | null {
  return path === null || path === '/' ? null : path.slice(1, -1);
}

function located(policy: WritablePolicy): readonly Line[] {
  const site = siteOf(policy);
  if (site === null) return cors(policy, '');
  return [
    ...lines('path', `<location path="${site}">`, '  <system.webServer>'),
    ...cors(policy, '    '),
    ...lines('path', '  </system.webServer>', '</location>'),
  ];
}

function cors(policy: WritablePolicy, indent: string): readonly Line[] {
  const { origins } = policy;
  const rules = origins === '*' ? rule('*', policy) : origins.flatMap((origin) => rule(origin, policy));
  return [...lines('use', '<cors enabled="true">'), ...rules, ...lines('use', '</cors>')].map(
    ({ text, note }) => ({ text: `${indent}${text}`, note }),
  );
}

/** What one origin may; `Vary` goes without saying as soon as there is one that isn’t `*`. */
function rule(origin: string, policy: WritablePolicy): readonly Line[] {
  const { headers, exposed, maxAge, credentials } = policy;
  return [
    ...lines(origin === '*' ? 'any-origin' : 'origins', `  <add origin="${origin}"`),
    ...lines('credentials', credentials && '       allowCredentials="true"'),
    // That stands for none.
    ...lines('max-age', `       maxAge="${maxAge ?? -1}">`),
    ...lines('methods', `    <allowMethods>${adds('method', allowedMethods(policy))}</allowMethods>`),
    ...lines('headers', headers.length > 0 && `    <allowHeaders>${adds('header', headers)}</allowHeaders>`),
    ...lines(
      'exposed',
      exposed.length > 0 && `    <exposeHeaders>${adds('header', exposed)}</exposeHeaders>`,
    ),
    ...lines(null, '  </add>'),
  ];
}

function adds(attribute: string, values: readonly string[]): string {
  return values.map((value) => `<add ${attribute}="${value}" />`).join('');
}
