import type { Explainable } from './rule.ts';

/** What rules of one kind explain, named once. */
export const ALLOW_ORIGIN: readonly Explainable[] = ['allow-origin', 'preflight-allow-origin'];
export const ALLOW_CREDENTIALS: readonly Explainable[] = ['allow-credentials', 'preflight-allow-credentials'];
/** There was no usable answer. */
export const NO_ANSWER: readonly Explainable[] = ['answered', 'preflight-answered'];
/** The preflight was answered by something that doesn't know CORS. */
export const REFUSED_PREFLIGHT: readonly Explainable[] = [
  'preflight-allow-origin',
  'preflight-redirect',
  'preflight-status',
];
/** Preflight or response, the answer came from something that doesn't know CORS. */
export const OUTSIDE_CORS: readonly Explainable[] = [...REFUSED_PREFLIGHT, 'allow-origin'];
export const ANYTHING: readonly Explainable[] = [
  'no-fault',
  ...ALLOW_ORIGIN,
  ...ALLOW_CREDENTIALS,
  ...NO_ANSWER,
  'preflight-redirect',
  'preflight-status',
  'preflight-allow-methods-syntax',
  'preflight-allow-headers-syntax',
  'preflight-method',
  'preflight-headers',
  'redirect-location',
];
