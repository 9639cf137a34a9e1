import type { HttpServer } from './server.ts';

/** A tunnel to a colleague's computer, as ngrok answers browsers: a page that warns them, until they have clicked it away. */
export const devTunnel: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'localhost',
  create: () => (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Cache-Control': 'no-cache',
      'ngrok-error-code': 'ERR_NGROK_6024',
    });
    response.end('<!doctype html><title>You are about to visit a tunnel</title>');
  },
};
