import { parseUrl } from '../model/url.ts';
import { displayUrl } from './display-url.ts';
import { displayStatus } from './faulty-answer.ts';
import type { RuleContext } from './rule.ts';

/** What is wrong with where a redirect leads, and where that is; null if the fault is another one. */
export function redirectLocationFault({ fault, hop }: RuleContext) {
  if (fault?.check !== 'redirect-location') return null;
  const target = parseUrl(fault.location, hop.url);
  return {
    problem: fault.problem,
    to: displayUrl(target?.href ?? fault.location),
    scheme: target?.protocol.replace(/:$/, '') ?? '',
    status: displayStatus(hop.response),
  };
}
