import { displayUrl } from './display-url.ts';
import type { NamingAnswer } from './history.ts';
import type { RuleContext } from './rule.ts';

/** For words that say where else the server names an origin: `` that to `{asked} {otherUrl}` has … `{named}` ``. */
export interface NamedElsewhere extends Readonly<Record<string, string>> {
  readonly asked: string;
  readonly otherUrl: string;
  readonly named: string;
}

/**
 * Where else the server of the context's hop named an origin; null if it wasn't seen to.
 *
 * @param isWanted leaves out those that don't prove what the caller wants to say
 */
export function namedElsewhere(
  { otherAnswers }: RuleContext,
  isWanted: (answer: NamingAnswer) => boolean = () => true,
): NamedElsewhere | null {
  const other = otherAnswers.find(isWanted);
  return other === undefined
    ? null
    : { asked: other.asked, otherUrl: displayUrl(other.url), named: other.named };
}
