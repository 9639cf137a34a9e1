/** One recorded exchange: what a page did, what a server answered, and what two browsers made of it. */
export interface RecordedCase {
  readonly id: string;
  readonly group: string;
  readonly note: string;
  readonly page: { readonly origin: string; readonly kind: string; readonly url: string };
  readonly request: {
    readonly api: string;
    readonly url: string;
    readonly method: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly mode: 'cors' | 'no-cors' | 'same-origin';
    readonly credentials: 'omit' | 'same-origin' | 'include';
    readonly redirect: 'follow' | 'error' | 'manual';
  };
  readonly server: {
    readonly preflight: RecordedAnswer;
    /** `null`: as `preflight`. */
    readonly hopPreflights?: readonly (RecordedAnswer | null)[];
    readonly responses: readonly RecordedAnswer[];
  };
  readonly truth: { readonly chromium: ChromiumTruth; readonly firefox: FirefoxTruth };
}

export interface RecordedAnswer {
  readonly status: number | string;
  /** Bytes as latin1, sent raw. */
  readonly headers: readonly (readonly [string, string])[];
  readonly location?: string;
  readonly abort?: unknown;
}

export interface LogEntry {
  readonly kind: 'preflight' | 'actual';
  readonly hop: number;
  readonly method: string;
  readonly [header: string]: string | number;
}

interface Truth {
  readonly preflighted: boolean;
  readonly ok: boolean;
  readonly readable: boolean;
  readonly consoleText: string | null;
  readonly exposedHeaders: readonly string[] | null;
  readonly phase: string | null;
  readonly type?: string;
  readonly requestHeadersSeenByServer: {
    readonly preflight: readonly (readonly [string, string])[] | null;
    readonly actual: readonly (readonly [string, string])[] | null;
  };
  readonly serverLog: readonly LogEntry[];
}

export interface ChromiumTruth extends Truth {
  readonly corsError: string | null;
  readonly failedParameter: string | null;
  readonly errorText: string | null;
}

export interface FirefoxTruth extends Truth {
  readonly key: string | null;
  readonly keys: readonly string[];
}
