import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods, UNSAID_MAX_AGE } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const rackCors: ServerPlatform = {
  id: 'rack-cors',
  name: 'Ruby on Rails (rack-cors)',
  family: 'ruby',
  answersAs: ['rails-puma'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'shell', file: null, language: 'shell', lines: lines('install', 'bundle add rack-cors') },
    { place: 'initializer', file: 'cors.rb', language: 'ruby', lines: initializer(policy) },
  ],
  places: {
    shell: 'In the folder of the application.',
    initializer:
      'Into `config/initializers/cors.rb`. Without Rails, it goes into `config.ru`, and `use Rack::Cors do` is its first line.',
  },
  reload: 'Restart the server: initializers run once.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'errors'],
      words:
        'A middleware before `Rack::Cors` that answers itself, such as a sign-in, does so without the headers: `insert_before 0` puts it first. `bin/rails middleware` shows the order.',
    },
    {
      id: 'bare-host',
      about: ['origin'],
      words:
        'A host without `https://` before it allows every scheme: write the origin whole. An app’s own scheme, such as `capacitor:`, has to be a regular expression.',
    },
    {
      id: 'resource',
      about: ['route'],
      words:
        '`resource "/api/*"` is also about `/apis` and `/api-old`; the first `resource` whose pattern fits decides, also if it allows less.',
    },
    {
      id: 'methods',
      about: ['options'],
      words:
        'A preflight for a method or header that isn’t listed is answered 200 without any header. `insert_before 0, Rack::Cors, debug: true do` logs why.',
    },
    {
      id: 'preflight-vary',
      about: ['cache'],
      words:
        'Preflights have no `Vary: Origin`. Caches don’t keep answers to `OPTIONS`, unless a CDN is told to: then leave them out.',
    },
    {
      id: 'replaced',
      about: ['layers'],
      words:
        'A header that the application sets itself wins over that of rack-cors: remove what controllers set by hand.',
    },
  ],
  links: [
    { label: 'rack-cors', url: 'https://github.com/cyu/rack-cors' },
    {
      label: 'Rails: middleware stack',
      url: 'https://guides.rubyonrails.org/rails_on_rack.html#configuring-middleware-stack',
    },
  ],
};

function initializer(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('use', 'Rails.application.config.middleware.insert_before 0, Rack::Cors do'),
    ...lines(null, '  allow do'),
    ...indented('    ', [...origins(policy), ...resource(policy)]),
    ...lines(null, '  end'),
    ...lines('use', 'end'),
  ];
}

function origins({ origins }: WritablePolicy): readonly Line[] {
  if (origins === '*') return lines('any-origin', 'origins "*"');
  return lines(
    'origins',
    ...origins.map((origin, at) => {
      const comma = at === origins.length - 1 ? '' : ',';
      return `${at === 0 ? 'origins ' : '        '}${compared(origin)}${comma}`;
    }),
  );
}

/** What the library compares as a whole: only what begins like the Web's origins. */
function compared(origin: string): string {
  return /^https?:/.test(origin) ? `"${origin}"` : `%r{\\A${escaped(origin)}\\z}`;
}

function resource(policy: WritablePolicy): readonly Line[] {
  const { credentials, headers, exposed, maxAge, path } = policy;
  const options = [
    ...lines('methods', `methods: %i[${allowedMethods(policy).join(' ').toLowerCase()}]`),
    ...lines('headers', headers.length > 0 && `headers: %w[${headers.join(' ')}]`),
    ...lines('exposed', exposed.length > 0 && `expose: %w[${exposed.join(' ')}]`),
    ...lines('credentials', credentials && 'credentials: true'),
    // It always sends one; left out, that would be two hours.
    ...lines('max-age', `max_age: ${maxAge ?? UNSAID_MAX_AGE}`),
  ];
  return [
    ...(path === null
      ? lines('path', 'resource "*",')
      : lines('path', `resource %r{\\A${escaped(path.replace(/\/$/, ''))}(/|\\z)},`)),
    ...options.map(({ text, note }, at) => ({
      text: `         ${text}${at === options.length - 1 ? '' : ','}`,
      note,
    })),
  ];
}

function escaped(text: string): string {
  return text.replace(/[.[\]]/g, '\\$&');
}
