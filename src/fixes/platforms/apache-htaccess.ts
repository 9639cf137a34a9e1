import type { WritablePolicy } from '../writable-policy.ts';
import { answerPreflight, headerLines, requestLines } from './apache-lines.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const apacheHtaccess: ServerPlatform = {
  id: 'apache-htaccess',
  name: 'Apache (.htaccess)',
  family: 'server',
  answersAs: ['apache'],
  // What it is for is said by the folder in which the file is.
  scope: 'whole',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'folder', file: '.htaccess', language: 'apache', lines: folder(policy) },
    { place: 'sign-in', file: '.htaccess', language: 'apache', lines: letThrough() },
  ],
  places: {
    folder:
      'At the top of the `.htaccess` in the folder of the API, before its other `Rewrite` lines; what is in folders below gets the headers, too.',
    'sign-in':
      'Below that, only if Apache itself asks for the sign-in, with `AuthType` and `Require`: it would refuse preflights, which come without one.',
  },
  reload: 'Save the file: Apache reads it anew for each request.',
  traps: [
    {
      id: 'allow-override',
      about: ['route'],
      words:
        'If nothing changes, the server doesn’t read the file: its `<Directory>` needs `AllowOverride FileInfo`, and `AuthConfig` besides for the lines about the sign-in.',
    },
    {
      id: 'modules',
      about: ['errors'],
      words:
        'If everything answers 500, a module is missing: the lines need `mod_headers`, `mod_setenvif` and `mod_rewrite`, which the host has to load.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'In a `.htaccess`, rewriting comes after the sign-in: without `Require all granted` for them, preflights get its 401.',
    },
    {
      id: 'always',
      about: ['errors'],
      words:
        'Without `always`, `Header` leaves out the errors that Apache itself makes, such as 401 and 404.',
    },
    {
      id: 'two-tables',
      about: ['layers'],
      words:
        '`Header always set` doesn’t replace what the app sends: both are sent. `Header onsuccess unset` takes the app’s out.',
    },
    {
      id: 'inner-file',
      about: ['options', 'route'],
      words:
        'A `.htaccess` in a folder below that has `RewriteEngine On` drops these `Rewrite` lines there: repeat them.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'People compare origins with `SetEnvIf`, too: without `^` and `$`, and with dots that aren’t escaped, it lets in `https://your-site.example.evil.test`.',
    },
  ],
  links: [
    { label: 'Apache: .htaccess files', url: 'https://httpd.apache.org/docs/2.4/howto/htaccess.html' },
    { label: 'Apache: Header', url: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header' },
    {
      label: 'Apache: SetEnvIfExpr',
      url: 'https://httpd.apache.org/docs/2.4/mod/mod_setenvif.html#setenvifexpr',
    },
  ],
};

function folder(policy: WritablePolicy): readonly Line[] {
  return [...requestLines(policy), ...headerLines(policy), ...answerPreflight('^')];
}

/** Allows what has no answer but an empty one: the preflights that the lines above answer. */
function letThrough(): readonly Line[] {
  return lines(
    'preflight',
    `<If "%{REQUEST_METHOD} == 'OPTIONS' && -n %{HTTP:Access-Control-Request-Method}">`,
    '  Require all granted',
    '</If>',
  );
}
