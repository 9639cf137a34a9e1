import type { Socket } from 'node:net';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** As sent, in order, values as latin1. */
  readonly headers: readonly (readonly [string, string])[];
}

/** Hands over each HTTP/1.1 request of a connection once its body has arrived. Browsers send no chunked ones here. */
export function readRequests(socket: Socket, handle: (request: RawRequest) => void): void {
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (data: string) => {
    received += data;
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const request = parseHead(received.slice(0, end));
      const length = Number(headerOf(request, 'content-length') ?? 0);
      if (received.length < end + 4 + length) return;
      received = received.slice(end + 4 + length);
      handle(request);
    }
  });
}

/** The value of a header, several lines joined; undefined if there is none. */
export function headerOf({ headers }: RawRequest, name: string): string | undefined {
  const values = headers.flatMap(([each, value]) => (each.toLowerCase() === name ? [value] : []));
  return values.length === 0 ? undefined : values.join(', ');
}

function parseHead(head: string): RawRequest {
  const [requestLine = '', ...lines] = head.split('\r\n');
  const [method = '', path = ''] = requestLine.split(' ');
  return {
    method,
    path,
    headers: lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  };
}
