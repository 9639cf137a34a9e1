import { go as platform } from '../../../src/fixes/platforms/go.ts';
import { goServer, netHttpProgram } from '../go-server.ts';

export const go = goServer({
  platform,
  library: null,
  causeWithout: 'preflight-not-handled',
  program: (use) => netHttpProgram('mux', use),
});
