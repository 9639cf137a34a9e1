import { has, isError, platformsOf } from '../platform.ts';

const DEV_TUNNEL = has('x-served-by', /^tunnels-/i);

export const TUNNELS = platformsOf('tunnel', [
  {
    id: 'ngrok',
    name: 'ngrok',
    marks: [[has('ngrok-error-code')], [has('ngrok-trace-id')], [has('ngrok-agent-ips')]],
    made: [{ sign: [has('ngrok-error-code')], confidence: 'certain' }],
    source: 'https://ngrok.com/docs/errors/',
  },
  {
    // GitHub Codespaces forwards its ports through the same tunnels; only the host tells them apart.
    id: 'vscode-dev-tunnel',
    name: 'Microsoft Dev Tunnels',
    marks: [[DEV_TUNNEL], [has('www-authenticate', /^tunnel$/i)]],
    made: [
      { sign: [has('www-authenticate', /^tunnel$/i)], confidence: 'certain' },
      { sign: [DEV_TUNNEL, has('content-length', /^0$/)], statuses: isError, confidence: 'likely' },
    ],
    source: 'https://learn.microsoft.com/en-us/azure/developer/dev-tunnels/',
  },
  {
    id: 'localtunnel',
    name: 'localtunnel',
    marks: [[has('x-localtunnel-status')], [has('x-localtunnel-agent-ips')]],
    made: [{ sign: [has('x-localtunnel-status')], statuses: isError, confidence: 'certain' }],
    source: 'https://github.com/localtunnel/localtunnel',
  },
]);
