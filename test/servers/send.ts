import { request } from 'node:http';

/** An answer with its header lines apart, as they came. */
export interface Answer {
  readonly status: number;
  /** The values of all lines of a header, by its name in any case. */
  lines(name: string): readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Sends a request to 127.0.0.1 as it is, without what a browser would add or refuse. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false, timeout: 30_000 };
    const sent = request(options, (response) => {
      const { rawHeaders, statusCode = 0 } = response;
      const pairs = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : [],
      );
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: statusCode,
          headers: pairs,
          lines: (wanted) =>
            pairs.filter(([name]) => name.toLowerCase() === wanted.toLowerCase()).map(([, value]) => value),
        }),
      );
    });
    sent.once('timeout', () => sent.destroy(new Error(`No answer to ${method} ${path} within 30 s`)));
    sent.once('error', reject);
    sent.end();
  });
}
