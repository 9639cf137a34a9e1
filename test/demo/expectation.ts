import type { Scenario } from './scenario.ts';

type Expect = Scenario['expect'];

/** Script may read the response. `cause` only where there is still something to say, such as a header it can't read. */
export function allowed(cause = 'allowed'): Expect {
  const expectation = { script: 'resolves', verdict: 'allowed', cause } as const;
  return { chromium: expectation, firefox: expectation };
}

/** A check of the CORS protocol failed, in both browsers, for the same cause. */
export function blocked(cause: string, chromiumCode: string, firefoxKey: string): Expect {
  const expectation = { script: 'rejects', verdict: 'blocked', cause } as const;
  return { chromium: { ...expectation, chromiumCode }, firefox: { ...expectation, firefoxKey } };
}

/** No usable response, and not because of CORS. Firefox often complains about CORS all the same. */
export function failed(cause: string, firefoxKey?: string): Expect {
  const expectation = { script: 'rejects', verdict: 'failed', cause } as const;
  return {
    chromium: expectation,
    firefox: firefoxKey === undefined ? expectation : { ...expectation, firefoxKey },
  };
}

/** A no-cors response: script gets an object that it can't look into. */
export function opaque(cause: string): Expect {
  const expectation = { script: 'resolves', verdict: 'opaque', cause } as const;
  return { chromium: expectation, firefox: expectation };
}
