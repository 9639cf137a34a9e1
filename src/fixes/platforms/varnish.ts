import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const varnish: ServerPlatform = {
  id: 'varnish',
  name: 'Varnish',
  family: 'server',
  answersAs: ['varnish'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'before-subroutines',
      file: 'default.vcl',
      language: 'vcl',
      lines: [...headersRoutine(policy), ...callers(policy)],
    },
  ],
  places: {
    'before-subroutines':
      'Into `/etc/varnish/default.vcl`, below the `backend` blocks and above your own `sub` blocks: of two with one name, the first is run first.',
  },
  reload: 'Check with `varnishd -C -f /etc/varnish/default.vcl`, then reload with `varnishreload`.',
  traps: [
    {
      id: 'order',
      about: ['options', 'sign-in'],
      words:
        'A `vcl_recv` above this one that returns keeps it from running: preflights then go to the app, or get its 401.',
    },
    {
      id: 'synth',
      about: ['errors', 'sign-in'],
      words:
        'What `return (synth(…))` answers passes `vcl_synth` and never `vcl_deliver`: both have to call `cors_headers`.',
    },
    {
      id: 'in-the-cache',
      about: ['cache', 'origin'],
      words:
        'Headers that are set in `vcl_backend_response` are kept with the answer, and every page gets those of the first one. Set them in `vcl_deliver`.',
    },
    {
      id: 'vary-of-the-app',
      about: ['cache'],
      words:
        'If the app behind sends `Vary: Origin` itself, Varnish keeps a copy for each origin: let one of the two do CORS.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'Compare with `==`: a `~` without `^` and `$` lets in `https://your-site.example.evil.test`, too.',
    },
    {
      id: 'pipe',
      about: ['route'],
      words: 'What goes through `return (pipe)` never comes to `vcl_deliver`, and has no headers.',
    },
  ],
  links: [
    {
      label: 'Varnish: subroutines',
      url: 'https://varnish-cache.org/docs/trunk/users-guide/vcl-built-in-subs.html',
    },
    { label: 'Varnish: VCL', url: 'https://varnish-cache.org/docs/trunk/reference/vcl.html' },
  ],
};

const PREFLIGHT = 'req.method == "OPTIONS" && req.http.Access-Control-Request-Method';

function headersRoutine(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  const inside = [
    ...lines('replace', ...NAMES.map((name) => `unset resp.http.Access-Control-${name};`)),
    ...(policy.origins === '*'
      ? [...lines('any-origin', set('Allow-Origin', '"*"')), ...rest(policy)]
      : [
          ...lines(
            'vary',
            'if (!resp.http.Vary) {',
            '    set resp.http.Vary = "Origin";',
            '} elseif (resp.http.Vary !~ "(?i)(^|[ ,])origin([ ,]|$)") {',
            '    set resp.http.Vary = resp.http.Vary + ", Origin";',
            '}',
          ),
          ...lines('origins', ...condition(policy.origins)),
          ...indented([
            ...lines('allow-origin', set('Allow-Origin', 'req.http.Origin')),
            ...lines('credentials', policy.credentials && set('Allow-Credentials', '"true"')),
            ...rest(policy),
          ]),
          ...lines('origins', '}'),
        ]),
  ];
  return [
    ...lines('all-responses', 'sub cors_headers {'),
    ...indented(path === null ? inside : onPath(path, inside)),
    ...lines('all-responses', '}', ''),
  ];
}

function condition(origins: readonly string[]): readonly string[] {
  const [first, ...others] = origins.map((origin) => `req.http.Origin == "${origin}"`);
  return [`if (${[first, ...others.map((each) => `    || ${each}`)].join('\n')}) {`];
}

/** What everybody gets who is allowed to read. */
function rest(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  return [
    ...lines('exposed', exposed !== null && set('Expose-Headers', `"${exposed}"`)),
    ...lines('preflight', `if (${PREFLIGHT}) {`),
    ...indented([
      ...lines('methods', set('Allow-Methods', `"${methods}"`)),
      ...lines('headers', headers !== null && set('Allow-Headers', `"${headers}"`)),
      ...lines('max-age', maxAge !== null && set('Max-Age', `"${maxAge}"`)),
    ]),
    ...lines('preflight', '}'),
  ];
}

/** Where Varnish answers, or has an answer. */
function callers({ path }: WritablePolicy): readonly Line[] {
  const answer = lines('answer-preflight', `if (${PREFLIGHT}) {`, '    return (synth(204));', '}');
  return [
    ...lines('answer-preflight', 'sub vcl_recv {'),
    ...indented(path === null ? answer : onPath(path, answer)),
    ...lines('answer-preflight', '}', ''),
    ...lines('all-responses', 'sub vcl_deliver {', '    call cors_headers;', '}', ''),
    ...lines('all-responses', 'sub vcl_synth {', '    call cors_headers;'),
    ...lines('answer-preflight', '    if (resp.status == 204) {', '        return (deliver);', '    }'),
    ...lines('all-responses', '}'),
  ];
}

function onPath(path: string, inside: readonly Line[]): readonly Line[] {
  return [
    ...lines('path', `if (req.url ~ "^${path.replaceAll('.', '\\.')}") {`),
    ...indented(inside),
    ...lines('path', '}'),
  ];
}

function indented(inside: readonly Line[]): readonly Line[] {
  return inside.map(({ text, note }) => ({ text: `    ${text}`, note }));
}

const NAMES = [
  'Allow-Origin',
  'Allow-Credentials',
  'Expose-Headers',
  'Allow-Methods',
  'Allow-Headers',
  'Max-Age',
];

function set(name: string, value: string): string {
  return `set resp.http.Access-Control-${name} = ${value};`;
}
