import type { Exchange, Hop, HttpResponse } from '../../src/model/exchange.ts';
import type { HeaderList } from '../../src/model/header-list.ts';

/** The messages of an example, as short as they can be: what was asked, what came back, and how it ended. */
export function messageLines({ hops, outcome }: Exchange): readonly string[] {
  const lines = hops.flatMap(hopLines);
  return outcome.state === 'error' ? [...lines, outcome.error] : lines;
}

function hopLines({ url, method, request, response, preflight, redirectUrl }: Hop): readonly string[] {
  return [
    ...(preflight === undefined
      ? []
      : [
          `OPTIONS ${url}`,
          ...headerLines(preflight.request.headers),
          ...responseLines(preflight.response, preflight.error),
        ]),
    `${method} ${url}`,
    ...headerLines(request?.headers ?? []),
    ...responseLines(response),
    ...(response === undefined && redirectUrl !== undefined ? [`→ ${redirectUrl}`] : []),
  ];
}

function responseLines(response: HttpResponse | undefined, error?: string): readonly string[] {
  if (response === undefined) return error === undefined ? [] : [error];
  return [`HTTP ${response.status}`, ...headerLines(response.headers)];
}

function headerLines(headers: HeaderList): readonly string[] {
  return headers.map(([name, value]) => `  ${name}: ${value}`);
}
