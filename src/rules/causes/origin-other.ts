import type { HttpResponse } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { allowOriginRule } from '../allow-origin-rule.ts';

/** A proper origin, of somebody else. */
export const originOther = allowOriginRule({
  id: 'origin-other',
  differences: ['other'],
  words: {
    title: 'Another origin is allowed',
    'title-cached': 'A cache served another origin’s copy',
    headline: '`{host}` allows `{value}`, but your page is on `{origin}`.',
    'headline-cached':
      'A cache in front of `{host}` served the copy made for `{value}`, but your page is on `{origin}`.',
    explanation:
      'Either the server allows one fixed origin, such as the production site, or yours is missing from its list.',
    'explanation-cached':
      'The response comes from a cache and lacks `Vary: Origin`, so the cache gives every origin the same copy. Send `Vary: Origin` with every response, make the cache keep copies apart by `Origin`, and purge it once.',
  },
  details: ({ response }) => ({
    actions: [{ id: 'match-origin-on-server', data: {} }],
    ...(isSharedCopy(response)
      ? { variant: { title: 'title-cached', headline: 'headline-cached', explanation: 'explanation-cached' } }
      : {}),
  }),
});

/** Whether a cache between browser and server says that it gave this answer, and doesn't keep origins apart. */
function isSharedCopy({ headers }: HttpResponse): boolean {
  const vary = getHeader(headers, 'vary')?.toLowerCase() ?? '';
  if (vary.includes('origin') || vary.includes('*')) return false;
  const status = ['x-cache', 'cf-cache-status', 'cache-status'].map((name) => getHeader(headers, name));
  if (status.some((value) => value !== null && /\bhit\b/i.test(value))) return true;
  return /^[1-9]\d*$/.test(getHeader(headers, 'age') ?? '');
}
