import type { Rule } from '../rule.ts';
import { cookiesLeftOut } from './cookies-left-out.ts';
import { requestExecuted } from './request-executed.ts';
import { requestNotSent } from './request-not-sent.ts';
import { tokenNotInPreflight } from './token-not-in-preflight.ts';

/** What the user should know besides, in the order in which it is told. */
export const NOTES: readonly Rule[] = [requestExecuted, requestNotSent, tokenNotInPreflight, cookiesLeftOut];
