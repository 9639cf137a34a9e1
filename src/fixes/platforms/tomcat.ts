import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import type { LineNote } from './line-notes.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const tomcat: ServerPlatform = {
  id: 'tomcat',
  name: 'Tomcat (CorsFilter)',
  family: 'java',
  answersAs: ['tomcat'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'web-xml', file: 'WEB-INF/web.xml', language: 'xml', lines: filter(policy) },
  ],
  places: {
    'web-xml':
      'Into `WEB-INF/web.xml` of the application, before its other filters; or into `conf/web.xml` for all applications.',
  },
  reload: 'Deploy the application again, or restart Tomcat.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        'Filters run in the order of their `<filter-mapping>`: a sign-in that comes before this one refuses preflights.',
    },
    {
      id: 'security-constraint',
      about: ['sign-in', 'options', 'errors'],
      words:
        'A `<security-constraint>` is checked before all filters and answers preflights with 401: add `<http-method-omission>OPTIONS</http-method-omission>` to its `<web-resource-collection>`. Its 401 to other requests stays without the headers.',
    },
    {
      id: 'forbidden',
      about: ['refusal', 'origin'],
      words:
        'Every other origin is answered with 403, as is a method or header that isn’t listed. Behind a proxy that changes `Host`, these are also requests of your own pages that have an `Origin`: add theirs.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'These answers with 403 have no `Vary`: don’t let a cache in front keep them, which it does only if it is told so.',
    },
    {
      id: 'default-headers',
      about: ['options'],
      words:
        'Without `cors.allowed.headers`, `Content-Type` is allowed and `Authorization` isn’t; without `cors.allowed.methods`, neither `PUT` nor `DELETE` are.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words:
        'With `*` as `cors.allowed.origins` and credentials, the application doesn’t start; without any origins, all pages are refused.',
    },
  ],
  links: [
    {
      label: 'Tomcat: CORS filter',
      url: 'https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter',
    },
  ],
};

function filter(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials, path } = policy;
  return [
    ...lines(
      null,
      '<filter>',
      '  <filter-name>CorsFilter</filter-name>',
      '  <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>',
      '  <async-supported>true</async-supported>',
    ),
    ...(origins === '*'
      ? parameter('any-origin', 'allowed.origins', ['*'])
      : parameter('origins', 'allowed.origins', origins)),
    ...parameter('methods', 'allowed.methods', [allowedMethods(policy).join(', ')]),
    // None would mean some of its own; this one needs no permission.
    ...parameter('headers', 'allowed.headers', [headers.length === 0 ? 'accept' : headers.join(', ')]),
    ...(exposed.length === 0 ? [] : parameter('exposed', 'exposed.headers', [exposed.join(', ')])),
    ...(credentials ? parameter('credentials', 'support.credentials', ['true']) : []),
    // None would mean half an hour.
    ...parameter('max-age', 'preflight.maxage', [String(maxAge ?? -1)]),
    ...lines(null, '</filter>'),
    ...lines('use', '<filter-mapping>', '  <filter-name>CorsFilter</filter-name>'),
    ...lines(path === null ? 'use' : 'path', `  <url-pattern>${path ?? '/'}*</url-pattern>`),
    ...lines('use', '</filter-mapping>'),
  ];
}

function parameter(note: LineNote, name: string, values: readonly string[]): readonly Line[] {
  const [first, ...others] = values;
  return lines(
    note,
    '  <init-param>',
    `    <param-name>cors.${name}</param-name>`,
    ...(others.length === 0
      ? [`    <param-value>${first}</param-value>`]
      : [
          '    <param-value>',
          ...values.map((value, at) => `      ${value}${at < others.length ? ',' : ''}`),
          '    </param-value>',
        ]),
    '  </init-param>',
  );
}
