import type { TcpServer } from './server.ts';

/** A server that takes the request and then crashes, drops the line, or thinks for ever: no answer of its is HTTP. */
export const unreliable: TcpServer = {
  kind: 'node',
  transport: 'tcp',
  host: 'localhost',
  create: () => (socket) => {
    // The browser resets connections too; there is nothing to do about it.
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      const requestLine = bytes.toString('latin1').split('\r\n', 1)[0] ?? '';
      if (requestLine.includes('/crash')) socket.end();
      else if (requestLine.includes('/reset')) socket.resetAndDestroy();
      // Everything else is left waiting.
    });
  },
};
