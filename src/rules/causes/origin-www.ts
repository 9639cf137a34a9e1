import { anotherOriginRule } from '../another-origin-rule.ts';
import { hostnameOf } from '../display-url.ts';

/** Another host of the same site: with or without `www`, or another subdomain. */
export const originWww = anotherOriginRule({
  id: 'origin-www',
  differences: ['www'],
  words: {
    title: 'Another subdomain is allowed',
    'title-www': 'With www and without are two origins',
    headline:
      '`{host}` allows `{value}`, which is a different host of the same site as your origin `{origin}`.',
    'headline-www': '`{host}` allows `{value}`, but your page is on `{origin}`: `www` makes another origin.',
    explanation:
      'Each host name is an origin of its own, the site’s bare domain and every subdomain. Allowing one doesn’t allow the others.',
    'explanation-www':
      'Each host name is an origin of its own. If your site answers under both, let the server allow both, or redirect visitors from one to the other.',
  },
  details: ({ value }, { exchange }) =>
    withoutWww(value) === withoutWww(exchange.initiator)
      ? { variant: { title: 'title-www', headline: 'headline-www', explanation: 'explanation-www' } }
      : {},
});

function withoutWww(origin: string): string {
  return hostnameOf(origin).replace(/^www\./, '');
}
