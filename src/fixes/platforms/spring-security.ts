import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const springSecurity: ServerPlatform = {
  id: 'spring-security',
  name: 'Spring Security',
  family: 'java',
  answersAs: ['spring'],
  scope: 'path',
  proof: { kind: 'checked', by: 'the Java compiler, against stubs of its classes' },
  generate: (policy) => [
    { place: 'file', file: 'CorsConfig.java', language: 'java', lines: configuration(policy) },
    {
      place: 'chain',
      file: 'SecurityConfig.java',
      language: 'java',
      lines: lines('use', 'http.cors(Customizer.withDefaults());'),
    },
  ],
  places: {
    file: 'A new file in a package that your application scans; put its `package` line first.',
    chain:
      'Into the method that makes your `SecurityFilterChain`, which needs the import of `org.springframework.security.config.Customizer`.',
  },
  reload: 'Build and start the application again.',
  traps: [
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'Without `http.cors`, Spring Security answers preflights with 401 or 403 before Spring MVC is asked, whatever `@CrossOrigin` says.',
    },
    {
      id: 'forbidden',
      about: ['refusal', 'origin', 'options'],
      words:
        'Another origin is answered with 403 and `Invalid CORS request`, as is a preflight for a method or header that isn’t listed.',
    },
    {
      id: 'csrf',
      about: ['refusal'],
      words:
        'A 403 to `POST`, `PUT` or `DELETE` after a preflight that went well is the CSRF protection: it wants a token, or to be switched off for an API without cookies.',
    },
    {
      id: 'layers',
      about: ['layers', 'route'],
      words:
        'Once this has answered, `@CrossOrigin` and `addCorsMappings` are left out: keep the rules in one place.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words:
        '`*` with `setAllowCredentials(true)` throws for every request; `setAllowedOriginPatterns` with `*` would let in all pages with their cookies.',
    },
    {
      id: 'webflux',
      about: ['route'],
      words:
        'WebFlux has these classes in packages of its own, which end in `.reactive`, and `ServerHttpSecurity`.',
    },
    {
      id: 'slash',
      about: ['origin'],
      words: 'An origin has no path: patterns such as `/api/**` belong into `registerCorsConfiguration`.',
    },
  ],
  links: [
    {
      label: 'Spring Security: CORS',
      url: 'https://docs.spring.io/spring-security/reference/servlet/integrations/cors.html',
    },
    {
      label: 'Spring: CorsConfiguration',
      url: 'https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/cors/CorsConfiguration.html',
    },
  ],
};

function configuration(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials, path } = policy;
  return [
    ...lines(
      'import',
      'import java.util.List;',
      'import org.springframework.context.annotation.Bean;',
      'import org.springframework.context.annotation.Configuration;',
      'import org.springframework.web.cors.CorsConfiguration;',
      'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
    ),
    ...lines(
      null,
      '',
      '@Configuration',
      'public class CorsConfig {',
      '',
      '    @Bean',
      '    public UrlBasedCorsConfigurationSource corsConfigurationSource() {',
      '        CorsConfiguration cors = new CorsConfiguration();',
    ),
    ...(origins === '*'
      ? lines('any-origin', set('AllowedOrigins', listOf(['*'])))
      : lines(
          'origins',
          set('AllowedOrigins', `List.of(\n                "${origins.join('",\n                "')}")`),
        )),
    ...lines('methods', set('AllowedMethods', listOf(allowedMethods(policy)))),
    ...lines('headers', headers.length > 0 && set('AllowedHeaders', listOf(headers))),
    ...lines('exposed', exposed.length > 0 && set('ExposedHeaders', listOf(exposed))),
    ...lines('max-age', maxAge !== null && set('MaxAge', `${maxAge}L`)),
    ...lines('credentials', credentials && set('AllowCredentials', 'true')),
    ...lines(
      null,
      '',
      '        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();',
    ),
    ...lines(
      path === null ? 'use' : 'path',
      `        source.registerCorsConfiguration("${path ?? '/'}**", cors);`,
    ),
    ...lines(null, '        return source;', '    }', '}'),
  ];
}

function set(name: string, value: string): string {
  return `        cors.set${name}(${value});`;
}

function listOf(values: readonly string[]): string {
  return `List.of(${values.map((value) => `"${value}"`).join(', ')})`;
}
