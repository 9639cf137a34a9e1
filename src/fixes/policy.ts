/** What a server allows to pages of other origins. */
export type Policy = AllowListPolicy | PublicPolicy;

/** Certain origins may read the answers. */
export interface AllowListPolicy extends PolicyBase {
  /** Serialised; at least one, never `null`, never `*`. */
  readonly origins: readonly string[];
  readonly credentials: boolean;
}

/** Every page may read the answers, and no request includes credentials. */
export interface PublicPolicy extends PolicyBase {
  readonly origins: '*';
  readonly credentials: false;
}

interface PolicyBase {
  /** Those that aren't CORS-safelisted. */
  readonly methods: readonly string[];
  /** Names of request headers, lower case. */
  readonly headers: readonly string[];
  /** Names of response headers that script may read. */
  readonly exposed: readonly string[];
  /** For how many seconds browsers may keep the answers to preflights; null where there are none. */
  readonly maxAge: number | null;
  /** Only URLs whose paths begin with this, such as `/api/`: it begins and ends with a slash. Null for all. */
  readonly path: string | null;
}
