import { getHeader } from '../../model/header-list.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A list of headers that isn't a list of names with commas between them. */
export const allowHeadersUnparsable: Rule = {
  id: 'allow-headers-unparsable',
  severity: 'error',
  words: {
    title: 'Access-Control-Allow-Headers can’t be read',
    headline:
      '`{host}` sends `Access-Control-Allow-Headers: {value}`, which browsers can’t read as a list of headers.',
    explanation:
      'The list has header names with commas between them, and nothing else: no semicolons, quotes, or spaces inside a name. One mistake makes the whole list invalid.',
    evidence:
      'In the preflight’s response, `Access-Control-Allow-Headers: {value}` has an item that isn’t a header name: `{item}`.',
  },
  links: [
    mdnError('CORSInvalidAllowHeader'),
    mdnHeader('Access-Control-Allow-Headers'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-allow-headers-syntax'],
  find({ fault, hop, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-allow-headers-syntax') return null;
    // The fault names the one item that can't be read; the words show it where it stands.
    const list = getHeader(hop.preflight?.response?.headers ?? [], 'access-control-allow-headers');
    return {
      data: { value: list ?? fault.value, item: fault.value },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
    };
  },
};
