import { areAll, headerNotAllowedRule } from '../header-not-allowed-rule.ts';

/** A monitoring library or an SDK adds headers that this server doesn't expect. */
export const tracingHeaderNotAllowed = headerNotAllowedRule({
  id: 'tracing-header-not-allowed',
  isAbout: areAll('tracing'),
  words: {
    title: 'Tracing headers aren’t allowed',
    'title-sdk': 'Headers of an SDK aren’t allowed',
    headline: '`{host}` doesn’t allow `{headers}`, which a library in your page adds: probably {library}.',
    explanation:
      'Monitoring libraries mark requests so that they can be followed through the servers. A server that reads the marks has to allow them; to others the library had better not send them.',
    'explanation-sdk':
      'The SDK adds them to each of its requests. Every server that it is pointed at has to allow them, also a proxy, a function or a local stand-in of your own.',
  },
  details: ({ libraries }) => ({
    data: { library: libraries.map(({ library }) => library.name).join(', ') },
    variant: libraries.every(({ library }) => library.kind === 'sdk')
      ? { title: 'title-sdk', explanation: 'explanation-sdk' }
      : {},
  }),
});
