import type { CredentialsMode } from '../model/exchange.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { ReadableHeaders } from './evaluation.ts';
import { readableOfBasicResponse, readableOfCorsResponse } from './exposed-headers.ts';
import { linesOf } from './header-lines.ts';
import type { HopView } from './hop-view.ts';

/** Which headers of the last response script can read, once it may read it at all; null if it wasn't seen. */
export function readableHeadersOf(
  views: readonly HopView[],
  credentials: CredentialsMode | 'unknown',
  profile: EngineProfile,
): ReadableHeaders | null {
  const last = views.at(-1);
  if (last?.hop.response === undefined || last.response === null) return null;
  const { headers } = last.hop.response;
  if (!last.cors) return readableOfBasicResponse(headers);
  const exposed = linesOf(last.response, 'access-control-expose-headers');
  return readableOfCorsResponse(headers, exposed, credentials, profile);
}
