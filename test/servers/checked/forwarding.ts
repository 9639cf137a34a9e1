import { runInNewContext } from 'node:vm';
import type { Policy } from '../../../src/fixes/index.ts';
import { TARGET } from '../api-origin.ts';
import { exactly, type Schema } from './schema.ts';

/** What a page asks its own host for, and the URL of the API to which that has to lead. */
export function exampleOf({ path }: Policy): { readonly asked: string; readonly reached: string } {
  return path === null
    ? { asked: '/api/users/7', reached: `${TARGET}/users/7` }
    : { asked: `${path}users/7`, reached: `${TARGET}${path}users/7` };
}

/** The options of http-proxy-middleware that we write, which webpack and Angular share. */
export interface ProxyOptions {
  readonly target: string;
  readonly changeOrigin: true;
  readonly cookieDomainRewrite?: string;
  readonly pathRewrite?: Readonly<Record<string, string>>;
}

/** https://github.com/chimurai/http-proxy-middleware#options */
export function optionsWith(more: Readonly<Record<string, Schema>>): Schema {
  return exactly(
    { ...more, target: { type: 'string' }, changeOrigin: { const: true } },
    {
      cookieDomainRewrite: { const: '' },
      pathRewrite: { type: 'object', additionalProperties: { type: 'string' } },
    },
  );
}

/** What is wrong with the options for what is below a path; null if nothing. */
export function problemOf(below: string, options: ProxyOptions, policy: Policy): string | null {
  const { asked, reached } = exampleOf(policy);
  if (!below.endsWith('/') || !asked.startsWith(below)) return `${asked} isn’t below ${below}`;
  const path = Object.entries(options.pathRewrite ?? {}).reduce(
    (each, [pattern, instead]) => each.replace(new RegExp(pattern), instead),
    asked,
  );
  if (`${options.target}${path}` !== reached) return `${asked} leads to ${options.target}${path}`;
  const keepsCookies = options.cookieDomainRewrite !== undefined;
  return keepsCookies === policy.credentials ? null : 'The cookies are as they shouldn’t be.';
}

/** Reads the members of an object literal, as JavaScript. */
export function readMembers(text: string): unknown {
  return runInNewContext(`({ ${text} })`);
}
