import { CORS_PACKAGE, corsOptions } from './cors-options.ts';
import { lines, type ServerPlatform } from './platform.ts';

export const socketIo: ServerPlatform = {
  id: 'socket-io',
  name: 'Socket.IO',
  family: 'javascript',
  answersAs: [],
  scope: 'whole',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'options',
      file: 'server.js',
      language: 'javascript',
      lines: [...lines('use', 'cors: {'), ...corsOptions(policy, CORS_PACKAGE, '  '), ...lines('use', '},')],
    },
  ],
  places: {
    options: 'Among the options of `new Server(httpServer, { … })`.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'only-its-own',
      about: ['route', 'errors'],
      words:
        'It is only for what Socket.IO answers, below `/socket.io/`. The other routes of the same server need a configuration of their own.',
    },
    {
      id: 'websocket',
      about: ['origin'],
      words:
        'WebSocket knows no CORS: every page on the web can open one, with cookies. Compare `request.headers.origin` in `allowRequest`.',
    },
    {
      id: 'with-credentials',
      about: ['origin'],
      words:
        'Pages send cookies only with `withCredentials: true`, which needs `credentials: true` and a list of origins here.',
    },
    {
      id: 'extra-headers',
      about: ['options'],
      words:
        'Each of the client’s `extraHeaders` has to be among `allowedHeaders`, or polling fails at its preflight.',
    },
    {
      id: 'one-string',
      about: ['origin'],
      words: 'Keep `origin` an array, even for one: a single string is sent to every origin.',
    },
    {
      id: 'version-2',
      about: ['layers'],
      words:
        'Socket.IO 2 allowed every page by itself, with `origins`; since version 3 nothing is allowed without `cors`.',
    },
  ],
  links: [{ label: 'Socket.IO: handling CORS', url: 'https://socket.io/docs/v4/handling-cors/' }],
};
