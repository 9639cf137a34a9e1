import { displayUrl } from './display-url.ts';
import { type OtherAnswer, otherAnswerNamingOrigin } from './history.ts';
import type { RuleContext } from './rule.ts';

/** For words that say where else the server names an origin: `` that to `{asked} {otherUrl}` has one ``. */
export interface NamedElsewhere extends Readonly<Record<string, string>> {
  readonly asked: string;
  readonly otherUrl: string;
}

/**
 * Where else the server of the context's hop named an origin; null if it wasn't seen to.
 *
 * @param isWanted leaves out those that don't prove what the caller wants to say
 */
export function namedElsewhere(
  { exchange, hop, history }: RuleContext,
  isWanted?: (answer: OtherAnswer) => boolean,
): NamedElsewhere | null {
  const other = otherAnswerNamingOrigin(exchange.id, hop.url, history, isWanted);
  return other === null ? null : { asked: other.asked, otherUrl: displayUrl(other.url) };
}
