import { DECISION_DIFFERENCES } from '../../fetch/engine-decisions.ts';
import type { Disagreement } from '../diagnosis.ts';

/** The names under which these words are found, as if they were rules'. */
export const DISAGREEMENT = 'disagreement';
export const ENGINE_DIFFERENCE = 'engine-difference';

export type DisagreementKey =
  | Disagreement['outcome']
  | `${Extract<Disagreement['outcome'], 'passes' | 'fails'>}-by-source`
  | 'unseen-preflight'
  | 'unseen-answer'
  | 'not-measured';

export const DISAGREEMENT_WORDS: Readonly<Record<DisagreementKey, string>> = {
  fails: 'Passes in {here}, fails in {there}.',
  'fails-by-source': 'Passes in {here}, probably fails in {there}.',
  'may-fail': 'Passes in {here}, may fail in {there}.',
  passes: 'Fails in {here}, passes in {there}.',
  'passes-by-source': 'Fails in {here}, probably passes in {there}.',
  'may-pass': 'Fails in {here}, may pass in {there}.',
  'unseen-preflight': 'What the server answers to that preflight isn’t recorded.',
  'unseen-answer': 'What the server answers then isn’t recorded.',
  'not-measured': 'By WebKit’s source and the standard, not measured.',
};

/** A sentence for each difference, from the table of the engines. */
export const DIFFERENCE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(DECISION_DIFFERENCES).map(([id, { about }]) => [id, about]),
);
