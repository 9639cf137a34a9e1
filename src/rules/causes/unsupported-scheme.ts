import { fetchStandard, mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';
import { isOneEditApart } from '../one-edit-apart.ts';

/** The page asks for a URL that isn't http or https, mostly because it forgot to say so. */
export const unsupportedScheme = networkRule({
  id: 'unsupported-scheme',
  problems: ['scheme'],
  links: [mdnError('CORSRequestNotHttp'), fetchStandard('scheme fetch', 'concept-scheme-fetch')],
  words: {
    title: 'The URL is neither http nor https',
    headline:
      'This isn’t CORS: `{url}` has the scheme `{scheme}`, and scripts may only request http and https.',
    'title-missing': 'The URL lacks http:// or https://',
    'headline-missing':
      'This isn’t CORS: `{url}` lacks `http://` in front, so `{scheme}` is read as the scheme of the URL.',
    'headline-typo':
      'This isn’t CORS: the URL begins with `{scheme}:`, which looks like a typo of `{likely}:`.',
    explanation:
      'What stands before the first colon of a URL is its scheme. Requests across origins go over http and https only; files and the schemes of apps can’t be fetched.',
    evidence: 'The URL begins with `{scheme}:`, and the browser reported `{error}`.',
    'action-write-the-scheme': 'Write `{likely}`.',
    'action-write-a-web-url': 'Call an http or https URL that serves the same content.',
  },
  details: ({ hop }) => {
    const [, scheme = ''] = /^([a-z][a-z\d+.-]*):/i.exec(hop.url) ?? [];
    // It was a web URL after all; the browser refused where it redirects.
    if (scheme === '' || /^https?$/i.test(scheme)) return null;
    if (scheme === 'localhost' || scheme.includes('.')) {
      const likely = `${scheme === 'localhost' ? 'http' : 'https'}://${hop.url}`;
      return {
        data: { scheme },
        variant: { title: 'title-missing', headline: 'headline-missing' },
        actions: [{ id: 'write-the-scheme', data: { likely } }],
      };
    }
    const likely = ['https', 'http'].find((each) => isOneEditApart(scheme, each));
    if (likely === undefined) return { data: { scheme }, actions: [{ id: 'write-a-web-url', data: {} }] };
    return {
      data: { scheme, likely },
      variant: { headline: 'headline-typo' },
      actions: [{ id: 'write-the-scheme', data: { likely: likely + hop.url.slice(scheme.length) } }],
    };
  },
});
