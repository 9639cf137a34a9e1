import { goGorilla as platform } from '../../../src/fixes/platforms/go-gorilla.ts';
import { goServer, netHttpProgram } from '../go-server.ts';

export const goGorilla = goServer({
  platform,
  library: { path: 'github.com/gorilla/handlers', debian: 'golang-github-gorilla-handlers-dev' },
  causeWithout: 'preflight-not-handled',
  program: (use) => netHttpProgram('router', use),
});
