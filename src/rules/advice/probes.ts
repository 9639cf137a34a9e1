import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';

/** Nobody's, now and ever. @see https://www.rfc-editor.org/rfc/rfc2606 */
const NOBODY = 'https://cors-probe.invalid';

/**
 * Values of `Origin` that a server with a proper list of origins allows none of. Each finds one way of getting the
 * comparison wrong: none at all, only the beginning, only the end, a pattern whose dots match anything, any subdomain,
 * any scheme.
 *
 * @param origin one that the server allows
 */
export function probesFor(origin: string): readonly string[] {
  const url = parseUrl(origin);
  const probes = [NOBODY, OPAQUE_ORIGIN];
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return probes;
  const { hostname, protocol, port } = url;
  const end = port === '' ? '' : `:${port}`;
  probes.push(`${protocol}//${hostname}.evil.invalid${end}`);
  if (!/[a-z]/i.test(hostname.replace(/^\[.*/, ''))) return probes;
  probes.push(`${protocol}//evil${hostname}${end}`, `${protocol}//cors-probe.${hostname}${end}`);
  if (hostname.split('.').length > 2) probes.push(`${protocol}//${hostname.replace('.', 'x')}${end}`);
  if (protocol === 'https:') probes.push(`http://${hostname}${end}`);
  return probes;
}
