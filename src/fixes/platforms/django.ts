import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { quoted } from './quoted.ts';

export const django: ServerPlatform = {
  id: 'django',
  name: 'Django (django-cors-headers)',
  family: 'python',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'python -m pip install django-cors-headers'),
    },
    { place: 'settings', file: 'settings.py', language: 'python', lines: settings(policy) },
  ],
  places: {
    shell: 'In the project’s virtual environment; add it to its requirements, too.',
    settings: 'Into `settings.py`, below `INSTALLED_APPS` and `MIDDLEWARE`, which it extends.',
  },
  reload: 'Check with `python manage.py check`, then restart the server.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'errors'],
      words:
        'A middleware above `CorsMiddleware` that answers itself, such as one that asks for a sign-in, does so without the headers, also to preflights.',
    },
    {
      id: 'csrf',
      about: ['refusal'],
      words:
        'With session cookies, `POST` and the like get a 403 until `CSRF_TRUSTED_ORIGINS` lists the origins, too: being allowed to read an answer is no proof against forgery.',
    },
    {
      id: 'same-site',
      about: ['sign-in'],
      words:
        'Session cookies are `SameSite=Lax`, so pages of another site come without them. Such pages need `SESSION_COOKIE_SAMESITE = "None"` and `SESSION_COOKIE_SECURE = True`.',
    },
    {
      id: 'static',
      about: ['route'],
      words:
        'Static files don’t pass the middleware: `runserver`, or the web server in front, answers without the headers.',
    },
    {
      id: 'append-slash',
      about: ['slash'],
      words:
        'Asked without the slash at the end of a URL, `APPEND_SLASH` redirects, and the browser then turns `POST` into `GET`; with `DEBUG` on it is a 500 instead. Ask for the URL with its slash.',
    },
    {
      id: 'slash-in-origin',
      about: ['origin'],
      words:
        'An origin has no slash at its end: `python manage.py check` finds that (corsheaders.E014), a running server doesn’t say so.',
    },
    {
      id: 'zero',
      about: ['cache'],
      words:
        '`CORS_PREFLIGHT_MAX_AGE = 0` sends no such header, and browsers keep the answer for five seconds.',
    },
  ],
  links: [
    { label: 'django-cors-headers', url: 'https://github.com/adamchainz/django-cors-headers' },
    {
      label: 'Django: CSRF_TRUSTED_ORIGINS',
      url: 'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
    },
  ],
};

function settings(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge, path } = policy;
  return [
    ...lines('use', 'INSTALLED_APPS = [*INSTALLED_APPS, "corsheaders"]'),
    ...lines('use', 'MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]'),
    ...lines('path', path !== null && `CORS_URLS_REGEX = r"^${path.replaceAll('.', '\\.')}"`),
    ...(origins === '*'
      ? lines('any-origin', 'CORS_ALLOW_ALL_ORIGINS = True')
      : lines('origins', 'CORS_ALLOWED_ORIGINS = [', ...origins.map((origin) => `    "${origin}",`), ']')),
    ...lines('credentials', credentials && 'CORS_ALLOW_CREDENTIALS = True'),
    ...lines('exposed', exposed.length > 0 && `CORS_EXPOSE_HEADERS = [${quoted(exposed)}]`),
    ...lines('methods', `CORS_ALLOW_METHODS = [${quoted(allowedMethods(policy))}]`),
    // Left out, these would be what the library takes for usual: many headers, and a day.
    ...lines('headers', `CORS_ALLOW_HEADERS = [${quoted(headers)}]`),
    ...lines('max-age', `CORS_PREFLIGHT_MAX_AGE = ${maxAge ?? 0}`),
  ];
}
