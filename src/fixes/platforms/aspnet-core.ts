import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const aspnetCore: ServerPlatform = {
  id: 'aspnet-core',
  name: 'ASP.NET Core',
  family: 'dotnet',
  answersAs: ['kestrel', 'aspnet'],
  scope: 'path',
  proof: { kind: 'checked', by: 'a C# grammar, not by a compiler' },
  generate: (policy) => [
    { place: 'services', file: 'Program.cs', language: 'csharp', lines: services(policy) },
    { place: 'pipeline', file: 'Program.cs', language: 'csharp', lines: pipeline(policy) },
  ],
  places: {
    services: 'Into `Program.cs`, before `builder.Build()`.',
    pipeline:
      'After `builder.Build()` and `app.UseExceptionHandler`, before `app.UseAuthentication` and everything else that answers.',
  },
  reload: 'Build and start the application again.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        '`app.UseCors` stands after `app.UseRouting`, if you call that, and before `app.UseAuthentication`, `app.UseAuthorization` and `app.UseResponseCaching`.',
    },
    {
      id: 'exception',
      about: ['errors'],
      words:
        'An exception that nothing catches is answered by Kestrel itself, without the headers: call `app.UseExceptionHandler` before `app.UseCors`.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'It sends `Vary` only to allowed origins, and only if there are several, so the lines before `UseCors` do.',
    },
    {
      id: 'slash',
      about: ['origin'],
      words: 'An origin that ends with a slash never matches, without a warning.',
    },
    {
      id: 'redirect',
      about: ['slash', 'options'],
      words:
        '`app.UseHttpsRedirection` before it answers preflights with 307, which no browser follows: call the API by `https` directly.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words:
        '`AllowAnyOrigin` with `AllowCredentials` throws; `SetIsOriginAllowed(_ => true)` would let in all pages with their cookies.',
    },
    {
      id: 'iis',
      about: ['layers'],
      words:
        'Behind IIS, leave the CORS headers to one of the two: `customHeaders` in a `web.config` are sent besides these.',
    },
  ],
  links: [
    { label: 'ASP.NET Core: CORS', url: 'https://learn.microsoft.com/en-us/aspnet/core/security/cors' },
    {
      label: 'ASP.NET Core: order of middleware',
      url: 'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/middleware/#middleware-order',
    },
  ],
};

function services(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials } = policy;
  return [
    ...lines(
      null,
      'builder.Services.AddCors(options =>',
      '{',
      '    options.AddDefaultPolicy(policy =>',
      '    {',
    ),
    ...(origins === '*'
      ? lines('any-origin', call('AllowAnyOrigin'))
      : lines('origins', call('WithOrigins', `\n            ${strings(origins, ',\n            ')}`))),
    ...lines('methods', call('WithMethods', strings(allowedMethods(policy)))),
    ...lines('headers', headers.length > 0 && call('WithHeaders', strings(headers))),
    ...lines('exposed', exposed.length > 0 && call('WithExposedHeaders', strings(exposed))),
    ...lines('max-age', maxAge !== null && call('SetPreflightMaxAge', `TimeSpan.FromSeconds(${maxAge})`)),
    ...lines('credentials', credentials && call('AllowCredentials')),
    ...lines(null, '    });', '});'),
  ];
}

function pipeline({ origins, path }: WritablePolicy): readonly Line[] {
  const isWhole = path === null || path === '/';
  const app = isWhole ? 'app' : 'api';
  const inside = [
    ...(origins === '*'
      ? []
      : lines(
          'vary',
          `${app}.Use((context, next) =>`,
          '{',
          '    context.Response.OnStarting(() =>',
          '    {',
          '        context.Response.Headers.Append("Vary", "Origin");',
          '        return Task.CompletedTask;',
          '    });',
          '    return next(context);',
          '});',
        )),
    ...lines('use', `${app}.UseCors();`),
  ];
  if (isWhole) return inside;
  return [
    ...lines(
      'path',
      `app.UseWhen(context => context.Request.Path.StartsWithSegments("${path.slice(0, -1)}"), api =>`,
      '{',
    ),
    ...inside.map(({ text, note }) => ({ text: `    ${text}`, note })),
    ...lines('path', '});'),
  ];
}

function call(name: string, values = ''): string {
  return `        policy.${name}(${values});`;
}

function strings(values: readonly string[], between = ', '): string {
  return values.map((value) => `"${value}"`).join(between);
}
