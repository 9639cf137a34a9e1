import type { WritablePolicy } from '../writable-policy.ts';

/** The methods that need no permission, which some libraries want listed all the same. */
const SAFELISTED = ['GET', 'HEAD', 'POST'] as const;

/** All methods that pages may use: naming the safelisted ones allows nothing more. */
export function allowedMethods({ methods }: WritablePolicy): readonly string[] {
  return [...SAFELISTED, ...methods];
}

/** The fields of a policy as the values of response headers have them; what isn't sent is null. */
export interface HeaderValues {
  /** `Access-Control-Allow-Methods` */
  readonly methods: string;
  /** `Access-Control-Allow-Headers` */
  readonly headers: string | null;
  /** `Access-Control-Expose-Headers` */
  readonly exposed: string | null;
  /** `Access-Control-Max-Age` */
  readonly maxAge: string | null;
}

export function headerValues(policy: WritablePolicy): HeaderValues {
  const { headers, exposed, maxAge } = policy;
  return {
    methods: allowedMethods(policy).join(', '),
    headers: headers.length === 0 ? null : headers.join(', '),
    exposed: exposed.length === 0 ? null : exposed.join(', '),
    maxAge: maxAge === null ? null : String(maxAge),
  };
}

/** For how many seconds browsers keep an answer to a preflight that says nothing of it; what a library can't leave out. */
export const UNSAID_MAX_AGE = 5;
