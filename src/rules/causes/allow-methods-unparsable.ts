import { getHeader } from '../../model/header-list.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A list of methods that isn't a list of names with commas between them. */
export const allowMethodsUnparsable: Rule = {
  id: 'allow-methods-unparsable',
  severity: 'error',
  words: {
    title: 'Access-Control-Allow-Methods can’t be read',
    headline:
      '`{host}` sends `Access-Control-Allow-Methods: {value}`, which browsers can’t read as a list of methods.',
    explanation:
      'The list has methods with commas between them, and nothing else: no semicolons, quotes, or spaces instead of commas. One mistake makes the whole list invalid.',
    evidence:
      'In the preflight’s response, `Access-Control-Allow-Methods: {value}` has an item that isn’t a method: `{item}`.',
  },
  links: [
    mdnError('CORSInvalidAllowMethod'),
    mdnHeader('Access-Control-Allow-Methods'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-allow-methods-syntax'],
  find({ fault, hop, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-allow-methods-syntax') return null;
    // The fault names the one item that can't be read; the words show it where it stands.
    const list = getHeader(hop.preflight?.response?.headers ?? [], 'access-control-allow-methods');
    return {
      data: { value: list ?? fault.value, item: fault.value },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
    };
  },
};
