import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const php: ServerPlatform = {
  id: 'php',
  name: 'PHP',
  family: 'php',
  answersAs: ['php'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'file', file: 'cors.php', language: 'php', lines: corsFile(policy) },
    {
      place: 'front',
      file: 'index.php',
      language: 'php',
      lines: lines('use', "require __DIR__ . '/cors.php';"),
    },
  ],
  places: {
    file: 'A file of its own, beside the front controller (mostly `public/index.php`).',
    front: 'Into the front controller, right after `<?php` and `declare`, before anything is printed.',
  },
  reload: 'It takes effect with the next request; where OPcache doesn’t look at files, reload PHP-FPM.',
  traps: [
    {
      id: 'output',
      about: ['errors', 'route'],
      words:
        'Once something is printed, even a blank line before `<?php` or a byte order mark, `header()` only warns: “headers already sent”. With `output_buffering` that shows on some machines only.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        "A later `header('Vary: …')` replaces this one. Give it `false` as its second argument, and it adds to what is there.",
    },
    {
      id: 'layers',
      about: ['layers'],
      words:
        'If Apache or nginx in front adds the headers too, they are there twice, and browsers refuse that: let one of the two do it.',
    },
    {
      id: 'not-php',
      about: ['route', 'errors', 'upstream'],
      words:
        'What the web server answers without PHP (files, its own 404, 413 and 502) has none of these headers: they belong into its configuration then.',
    },
    {
      id: 'display-errors',
      about: ['errors'],
      words:
        'With `display_errors` on, an uncaught exception is answered with status 200. Off, as in production, it is a 500 with these headers.',
    },
    {
      id: 'scripts',
      about: ['route'],
      words:
        'Without a front controller, name `cors.php` as `auto_prepend_file` in `php.ini` or `.user.ini`: it then runs before every script.',
    },
  ],
  links: [
    { label: 'PHP: header', url: 'https://www.php.net/manual/en/function.header.php' },
    {
      label: 'PHP: auto_prepend_file',
      url: 'https://www.php.net/manual/en/ini.core.php#ini.auto-prepend-file',
    },
  ],
};

const INDENT = '    ';

function corsFile(policy: WritablePolicy): readonly Line[] {
  const { origins, path } = policy;
  return [
    ...lines(null, '<?php', '', '(static function (): void {'),
    ...indented(INDENT, [
      ...lines(
        'path',
        path !== null && `if (!str_starts_with($_SERVER['REQUEST_URI'] ?? '', '${path}')) {\n    return;\n}`,
      ),
      ...(origins === '*'
        ? []
        : lines(
            'origins',
            '$allowedOrigins = [',
            ...origins.map((origin) => `    '${origin}',`),
            '];',
            "$origin = $_SERVER['HTTP_ORIGIN'] ?? '';",
          )),
      ...lines(
        'preflight',
        "$isPreflight = ($_SERVER['REQUEST_METHOD'] ?? '') === 'OPTIONS'",
        "    && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD']);",
      ),
      ...lines(null, ''),
      ...(origins === '*' ? publicHeaders(policy) : listHeaders(policy)),
    ]),
    ...lines(null, '})();'),
  ];
}

function listHeaders(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('vary', "header('Vary: Origin', false);"),
    ...lines('allow-origin', 'if (in_array($origin, $allowedOrigins, true)) {'),
    ...indented(INDENT, [
      ...lines('allow-origin', "header('Access-Control-Allow-Origin: ' . $origin);"),
      ...lines('credentials', policy.credentials && add('Allow-Credentials', 'true')),
      ...exposedHeaders(policy),
      ...ifPreflight(preflightHeaders(policy)),
    ]),
    ...lines(null, '}'),
    ...ifPreflight(ANSWER),
  ];
}

function publicHeaders(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('any-origin', add('Allow-Origin', '*')),
    ...exposedHeaders(policy),
    ...ifPreflight([...preflightHeaders(policy), ...ANSWER]),
  ];
}

function exposedHeaders(policy: WritablePolicy): readonly Line[] {
  const { exposed } = headerValues(policy);
  return lines('exposed', exposed !== null && add('Expose-Headers', exposed));
}

function preflightHeaders(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, maxAge } = headerValues(policy);
  return [
    ...lines('methods', add('Allow-Methods', methods)),
    ...lines('headers', headers !== null && add('Allow-Headers', headers)),
    ...lines('max-age', maxAge !== null && add('Max-Age', maxAge)),
  ];
}

const ANSWER = lines('answer-preflight', 'http_response_code(204);', 'exit;');

function ifPreflight(body: readonly Line[]): readonly Line[] {
  return [...lines('preflight', 'if ($isPreflight) {'), ...indented(INDENT, body), ...lines(null, '}')];
}

function add(name: string, value: string): string {
  return `header('Access-Control-${name}: ${value}');`;
}
