import { ADVICE } from './advice/index.ts';
import {
  DIFFERENCE_WORDS,
  DISAGREEMENT,
  DISAGREEMENT_WORDS,
  ENGINE_DIFFERENCE,
} from './disagreement/disagreement-words.ts';
import { NOTES } from './notes/index.ts';
import { PREFLIGHT } from './preflight/preflight-message.ts';
import { PREFLIGHT_WORDS } from './preflight/preflight-words.ts';
import { PROOF } from './proof/proof-message.ts';
import { PROOF_WORDS } from './proof/proof-words.ts';
import { RANKING } from './ranking.ts';
import { ANSWERED_BY, ANSWERED_BY_WORDS } from './responder/answered-by-words.ts';

/** Words by key, of every rule and every piece of advice by its id, of the proof, on where engines differ, and about preflights. */
export const WORDS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<
  string,
  Readonly<Record<string, string>>
>([
  ...[...RANKING, ...NOTES, ...ADVICE].map(({ id, words }) => [id, words] as const),
  [ANSWERED_BY, ANSWERED_BY_WORDS],
  [DISAGREEMENT, DISAGREEMENT_WORDS],
  [ENGINE_DIFFERENCE, DIFFERENCE_WORDS],
  [PROOF, PROOF_WORDS],
  [PREFLIGHT, PREFLIGHT_WORDS],
]);
