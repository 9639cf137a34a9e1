import type { Hop } from './exchange.ts';
import type { HeaderList } from './header-list.ts';

/**
 * The headers of a hop's request; of one that its preflight kept from being sent, those that it would have had, as far as
 * they are known. For what the page meant to ask, never for what was sent.
 */
export function intendedHeaders({ request, unsentRequest }: Hop): HeaderList {
  return (request ?? unsentRequest)?.headers ?? [];
}
