/**
 * What a line of a configuration does, in a sentence: the same on every platform, so that whoever knows one can read
 * another.
 */
export const LINE_NOTES = {
  origins: 'The origins that may read the answers. They are compared as a whole: scheme, host and port.',
  'any-origin': 'Every page may read the answers, without cookies.',
  'allow-origin':
    'Names the page’s own origin, if it is on the list; without it, browsers keep the answer from script.',
  vary: 'Tells caches that the answer depends on the `Origin` header, so that no page gets what was made for another.',
  credentials: 'Lets script read answers to requests with cookies or other credentials.',
  'no-credentials': 'Requests with cookies or other credentials stay refused.',
  exposed: 'Lets script read these response headers; a few harmless ones it can read anyway.',
  preflight: 'Recognises a preflight: an `OPTIONS` request that says which method the page is about to use.',
  methods:
    'The methods that pages may use. `GET`, `HEAD` and `POST` need no permission, but some libraries want them listed.',
  headers: 'The request headers that pages may send, besides those that need no permission.',
  'max-age': 'For so many seconds a browser may keep this answer, and needs no other preflight.',
  'answer-preflight':
    'Answers the preflight here and now, before anything can ask for a sign-in or find no route.',
  replace: 'Takes out what the server behind it sends, so that no header is there twice.',
  'all-responses': 'Puts the headers on every response, also on errors.',
  path: 'Only for this part of the site.',
  install: 'Installs the library.',
  import: 'Loads what is needed.',
  use: 'Has to come before the routes, the sign-in and everything else that answers.',
  'your-part': 'Stands for what you have already.',
  forward:
    'Fetches from the API on the developer’s machine: for the browser, everything comes from one origin.',
  'own-host': 'Names the API’s own host to it: many answer a strange one with 404, or refuse the connection.',
  'own-cookies': 'Has the browser keep the API’s cookies for the developer’s own host.',
  'strip-prefix': 'Takes off the path that only the development server knows.',
  apply: 'Sends the configuration to the service.',
} as const;

export type LineNote = keyof typeof LINE_NOTES;
