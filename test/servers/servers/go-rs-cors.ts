import { goRsCors as platform } from '../../../src/fixes/platforms/go-rs-cors.ts';
import { goServer, netHttpProgram } from '../go-server.ts';

export const goRsCors = goServer({
  platform,
  library: { path: 'github.com/rs/cors', debian: 'golang-github-rs-cors-dev' },
  causeWithout: 'preflight-not-handled',
  program: (use) => netHttpProgram('mux', use),
});
