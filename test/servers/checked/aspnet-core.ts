import { aspnetCore as platform } from '../../../src/fixes/platforms/aspnet-core.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { type Call, callsIn } from './read-csharp.ts';
import { textAt } from './snippet-at.ts';

const PACKAGE = '@replit/codemirror-lang-csharp';

export const aspnetCore: ParsedPlatform = {
  platform,
  needs: [{ there: PACKAGE, from: 'npm' }],
  parse: checkedBy((snippets, { origins, path }) => {
    const calls = callsIn(textAt(snippets, 'services'));
    known(calls, [
      ...['builder.Services.AddCors', 'options.AddDefaultPolicy', 'TimeSpan.FromSeconds'],
      ...['AllowAnyOrigin', 'WithOrigins', 'WithMethods', 'WithHeaders', 'WithExposedHeaders'].map(ofPolicy),
      ...['SetPreflightMaxAge', 'AllowCredentials'].map(ofPolicy),
    ]);
    const pipeline = callsIn(textAt(snippets, 'pipeline'));
    const app = path === null ? 'app' : 'api';
    const isVarying = origins !== '*';
    const expected = [
      ...(path === null ? [] : ['app.UseWhen', 'context.Request.Path.StartsWithSegments']),
      ...(isVarying ? [`${app}.Use`, 'context.Response.OnStarting'] : []),
      ...(isVarying ? ['context.Response.Headers.Append', 'next'] : []),
      `${app}.UseCors`,
    ].join(', ');
    const called = pipeline.map(({ name }) => name).join(', ');
    if (called !== expected) throw new Error(`Calls ${called} instead of ${expected}.`);
    if (
      path !== null &&
      given(pipeline, 'context.Request.Path.StartsWithSegments')?.[0] !== path.slice(0, -1)
    ) {
      throw new Error('It is for another path.');
    }
    if (isVarying && given(pipeline, 'context.Response.Headers.Append')?.join() !== 'Vary,Origin') {
      throw new Error('Vary is missing.');
    }
    return {
      origins: given(calls, ofPolicy('AllowAnyOrigin')) === null ? values(calls, 'WithOrigins') : ['*'],
      methods: values(calls, 'WithMethods'),
      headers: values(calls, 'WithHeaders'),
      exposed: values(calls, 'WithExposedHeaders'),
      credentials: given(calls, ofPolicy('AllowCredentials')) !== null,
      maxAge: seconds(given(calls, 'TimeSpan.FromSeconds')),
    };
  }),
};

function ofPolicy(name: string): string {
  return `policy.${name}`;
}

/** @throws {Error} for a call of something else */
function known(calls: readonly Call[], names: readonly string[]): void {
  const unknown = calls.find(({ name }) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`Calls ${unknown.name}.`);
}

/** The literals that a call is given; null if there is none. */
function given(calls: readonly Call[], name: string): readonly string[] | null {
  return calls.find((call) => call.name === name)?.literals ?? null;
}

function values(calls: readonly Call[], name: string): readonly string[] {
  return given(calls, ofPolicy(name)) ?? [];
}

function seconds(literals: readonly string[] | null): number | null {
  return literals === null ? null : Number(literals[0]);
}
