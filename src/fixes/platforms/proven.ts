import recorded from './proven.json' with { type: 'json' };

/** On what a platform's configurations were run last. `npm run test:servers -- --record` writes it. */
export interface ProvenOn {
  /** Of the server or the framework. */
  readonly version: string;
  readonly chromium: string;
  readonly firefox: string;
  /** The day, as `2026-11-22`. */
  readonly date: string;
  /** Of the texts that were run: with another, they have changed since. */
  readonly digest: string;
}

const PROVEN: Readonly<Record<string, ProvenOn>> = recorded;

/** Null if it wasn't run. */
export function provenOn(platformId: string): ProvenOn | null {
  return Object.hasOwn(PROVEN, platformId) ? (PROVEN[platformId] ?? null) : null;
}
