import { counted, words } from './language/words.ts';

/** The words around the configuration for a server. Those of the platforms are in `src/fixes/platforms`. */
export const configurationStrings = words('configuration', {
  heading: 'For your server',
  label: 'Configuration for {target}',
  server: 'Server',
  families: {
    server: 'Web servers and proxies',
    javascript: 'JavaScript',
    python: 'Python',
    php: 'PHP',
    ruby: 'Ruby',
    go: 'Go',
    java: 'Java',
    dotnet: '.NET',
    cloud: 'Cloud services',
    kubernetes: 'Kubernetes and gateways',
    'dev-proxy': 'Development proxies, where the API isn’t yours',
  },
  why: {
    answered: 'Chosen by what the headers of the answer show.',
    remembered: 'You chose it for this kind of answer before.',
    guessed: 'The answer doesn’t show which server it is: choose yours.',
  },
  source: {
    label: 'Made for',
    request: 'this request',
    traffic: 'all requests seen to this API',
  },
  effect: {
    passes: 'With this, the request passes: the same rules say so.',
    passesAll: counted({
      one: 'With this, {count} request passes: the same rules say so.',
      other: 'With this, {count} requests pass: the same rules say so.',
    }),
    blocked: 'With these changes the request stays blocked.',
    less: 'This allows less than the requests that were seen need: some may stay blocked.',
  },
  proof: {
    run: 'Run by us on {platform} {version}, with Chromium {chromium} and Firefox {firefox}, on {date}.',
    checked: 'Not run by us, checked by {by}.',
  },
  copy: 'Copy',
  copyOf: 'text {number}',
  notes: 'What each line does',
  reload: 'Then',
  traps: { relevant: 'What goes wrong here most often', others: 'What else to know of {platform}' },
  warning: 'Warning',
  policy: {
    heading: 'What it allows',
    origins: 'Origins',
    originsHint: 'One a line. Add the origin of your site in production.',
    everybody: 'Every page, for public data',
    credentials: 'Cookies and other credentials',
    methods: 'Methods',
    headers: 'Request headers',
    exposed: 'Headers that script may read',
    maxAge: 'Preflights are kept for, in seconds',
    path: 'Only below the path',
    pathHint: 'Such as `/api/`; empty for all.',
    reset: 'Back to what was seen',
  },
  summary: {
    list: counted({
      one: '{origins} may use {methods}',
      other: '{origins} may use {methods}',
    }),
    everybody: 'Every page may use {methods}',
    credentials: 'with credentials',
    noCredentials: 'without credentials',
    below: 'below {path}',
  },
  unwritable: {
    none: 'Name at least one origin.',
    tooMany: counted({
      one: 'More than {count} can’t be written.',
      other: 'More than {count} can’t be written.',
    }),
    tooLong: '`{value}` is too long for a configuration.',
    origin:
      '`{value}` is no origin that can be written: it has a scheme, a host and perhaps a port, such as `https://shop.example.com`, and no path.',
    letters:
      '`{value}` has characters that could mean something to a server. It can’t be written into a configuration safely.',
    maxAge: '`{value}` is no number of seconds up to a year.',
    path: '`{value}` is no path: it begins and ends with a slash.',
  },
});
