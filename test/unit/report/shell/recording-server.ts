import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A request as its bytes arrived, read as UTF-8. */
export interface ArrivedRequest {
  /** The request line without its version: `GET /items?page=2`. */
  readonly line: string;
  /** Header lines, in their order. */
  readonly headers: readonly string[];
  readonly body: string;
}

export interface RecordingServer {
  /** `http://127.0.0.1:40001` */
  readonly origin: string;
  readonly arrived: readonly ArrivedRequest[];
  close(): Promise<void>;
}

/**
 * A server on this machine that keeps what it is sent and answers everything with 204. It reads the bytes itself: Node's
 * own refuses methods that it doesn't know.
 */
export async function startRecordingServer(): Promise<RecordingServer> {
  const arrived: ArrivedRequest[] = [];
  const server = createServer((socket) => readRequest(socket, (request) => arrived.push(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    arrived,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

function readRequest(socket: Socket, keep: (request: ArrivedRequest) => void): void {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const request = requestIn(Buffer.concat(chunks));
    if (request === null) return;
    keep(request);
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
}

/** Null until it has come whole. */
function requestIn(bytes: Buffer): ArrivedRequest | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...headers] = bytes.subarray(0, end).toString().split('\r\n');
  const length = Number(/\ncontent-length: *(\d+)/i.exec(`\n${headers.join('\n')}`)?.[1] ?? 0);
  const body = bytes.subarray(end + 4);
  if (body.length < length) return null;
  return { line: first.replace(/ HTTP\/1\.1$/, ''), headers, body: body.toString() };
}
