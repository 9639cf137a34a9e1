import type { WritablePolicy } from '../writable-policy.ts';
import { answerPreflight, headerLines, requestLines } from './apache-lines.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const apache: ServerPlatform = {
  id: 'apache',
  name: 'Apache',
  family: 'server',
  answersAs: ['apache'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'modules',
      file: null,
      language: 'shell',
      lines: lines('install', 'a2enmod headers rewrite setenvif'),
    },
    { place: 'host', file: 'sites-available/000-default.conf', language: 'apache', lines: host(policy) },
  ],
  places: {
    modules:
      'Once, in a shell: Debian and Ubuntu load these modules that way; elsewhere, look for their `LoadModule` lines in `httpd.conf`.',
    host: 'Into the `<VirtualHost>` of the API, before its other `Rewrite` lines.',
  },
  reload: 'Check with `apachectl configtest`, then reload with `apachectl graceful`.',
  traps: [
    {
      id: 'always',
      about: ['errors', 'upstream'],
      words:
        'Without `always`, `Header` leaves out the errors that Apache itself makes, such as 401, 404 and 503.',
    },
    {
      id: 'two-tables',
      about: ['layers'],
      words:
        '`Header always set` doesn’t replace what the app sends: both are sent. `Header onsuccess unset` takes the app’s out.',
    },
    {
      id: 'virtual-host',
      about: ['options', 'route'],
      words:
        '`Rewrite` lines outside of the `<VirtualHost>` don’t count in it: preflights then reach the app.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'Inside of `<Location>` or `<Directory>`, rewriting comes after the sign-in, and preflights get its 401. Keep it directly in the `<VirtualHost>`.',
    },
    {
      id: 'earlier-rewrite',
      about: ['slash', 'options'],
      words:
        'A redirect by a `RewriteRule` above these lines answers preflights first, and browsers follow none for a preflight.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'People compare origins with `SetEnvIf`, too: without `^` and `$`, and with dots that aren’t escaped, it lets in `https://your-site.example.evil.test`.',
    },
  ],
  links: [
    { label: 'Apache: Header', url: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header' },
    {
      label: 'Apache: SetEnvIfExpr',
      url: 'https://httpd.apache.org/docs/2.4/mod/mod_setenvif.html#setenvifexpr',
    },
    {
      label: 'Apache: RewriteRule',
      url: 'https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule',
    },
  ],
};

function host(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  const inside = headerLines(policy);
  return [
    ...requestLines(policy),
    ...(path === null
      ? inside
      : [
          ...lines('path', `<Location "${path}">`),
          ...inside.map(({ text, note }) => ({ text: `  ${text}`, note })),
          ...lines('path', '</Location>'),
        ]),
    ...answerPreflight(path === null ? '^' : `^${path.replaceAll('.', '\\.')}`),
  ];
}
