import { has, platformsOf } from '../platform.ts';

export const FRAMEWORKS = platformsOf('framework', [
  {
    id: 'express',
    name: 'Express',
    marks: [[has('x-powered-by', /^Express$/i)]],
    made: [],
    source: 'https://expressjs.com/en/advanced/best-practice-security.html',
  },
  {
    id: 'nextjs',
    name: 'Next.js',
    marks: [[has('x-powered-by', /^Next\.js\b/i)], [has('x-nextjs-cache')], [has('x-nextjs-prerender')]],
    made: [],
    source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/poweredByHeader',
  },
  {
    id: 'spring',
    name: 'Spring',
    // The defaults of Spring Security; Google's services send the first with another `Expires`.
    marks: [
      [
        has('expires', /^0$/),
        has('cache-control', /^no-cache, no-store, max-age=0, must-revalidate$/i),
        has('x-content-type-options'),
      ],
      [has('x-application-context')],
    ],
    made: [],
    source: 'https://docs.spring.io/spring-security/reference/features/exploits/headers.html',
  },
  {
    id: 'aspnet',
    name: 'ASP.NET',
    marks: [[has('x-aspnet-version')], [has('x-aspnetmvc-version')]],
    made: [],
    source:
      'https://learn.microsoft.com/en-us/aspnet/web-api/overview/security/enabling-cross-origin-requests-in-web-api',
  },
  {
    id: 'rails-puma',
    name: 'Rails',
    marks: [
      [has('x-runtime', /^\d{1,4}\.\d{1,9}$/)],
      [has('server', /^(?:Phusion Passenger|puma|WEBrick)\b/i)],
      [has('x-powered-by', /^Phusion Passenger\b/i)],
    ],
    made: [],
    source: 'https://guides.rubyonrails.org/rails_on_rack.html',
  },
  {
    id: 'php',
    name: 'PHP',
    marks: [[has('x-powered-by', /^PHP\//i)]],
    made: [],
    source: 'https://www.php.net/manual/en/ini.core.php#ini.expose-php',
  },
  {
    id: 'laravel',
    name: 'Laravel',
    marks: [[has('set-cookie', /(?:^|[\n,] ?)laravel_session=/)]],
    made: [],
    source: 'https://laravel.com/docs/session',
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    marks: [
      [has('link', /rel="?https:\/\/api\.w\.org\//i)],
      [has('x-redirect-by', /^WordPress$/i)],
      [has('x-wp-total')],
    ],
    made: [],
    source: 'https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/',
  },
]);
