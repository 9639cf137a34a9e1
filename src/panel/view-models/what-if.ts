import { type EditableAnswer, type ExchangeEdit, isEmptyEdit } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isEmptyFix } from '../../model/fix.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';
import { whatIfStrings as words } from '../what-if-strings.ts';
import { type ReadableVM, toReadable } from './detail.ts';
import { type DiagramVM, type Known, toDiagram } from './diagram.ts';
import { type ProofVM, toProof } from './proof.ts';
import { kindOf, type RowKind } from './row.ts';
import { plain, type TextPart, toParts, toText } from './text.ts';
import { UNMEASURED } from './time-spans.ts';
import { answerKey, type Draft, isUntouched } from './what-if-draft.ts';
import { recordedCredentials, refusalOfMethod } from './what-if-edit.ts';
import { type EditorMessageVM, type FieldVM, refusalWords, toEditorMessages } from './what-if-messages.ts';

/** An edited exchange, and what would come of it. */
export interface WhatIfVM {
  /** Of the exchange. */
  readonly id: string;
  readonly kind: RowKind;
  readonly isUnknown: boolean;
  readonly headline: readonly TextPart[];
  /** How many things are otherwise than recorded, and what came of it then. */
  readonly standing: string;
  readonly isEdited: boolean;
  /** What the verdict hangs on besides; empty if on nothing. */
  readonly assumes: string;
  /** Whether there is something that the fix would change. */
  readonly canUseFix: boolean;
  /** Whether anything was typed, also what can't be taken. */
  readonly canReset: boolean;
  readonly diagram: DiagramVM;
  readonly proof: ProofVM;
  readonly readable: ReadableVM | null;
  readonly method: FieldVM;
  readonly credentials: CredentialsVM;
  readonly messages: readonly EditorMessageVM[];
  /** What came of the last change, for those who don't see it. */
  readonly announcement: string;
}

export interface CredentialsVM {
  readonly value: 'include' | 'same-origin' | 'unknown';
  readonly options: readonly { readonly value: CredentialsVM['value']; readonly label: string }[];
  /** As of a field. */
  readonly was: string;
}

/** A recorded exchange, and what an edit makes of it. */
export interface WhatIf {
  readonly recorded: Exchange;
  readonly recordedDiagnosis: Diagnosis;
  readonly draft: Draft;
  readonly edit: ExchangeEdit;
  /** With the edit. */
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly answers: readonly EditableAnswer[];
}

export function toWhatIf(whatIf: WhatIf): WhatIfVM {
  const { recorded, recordedDiagnosis, draft, edit, exchange, diagnosis, answers } = whatIf;
  const { evaluation } = diagnosis;
  const isEdited = !isEmptyEdit(edit);
  const messages = toEditorMessages(recorded, draft, edit, answers);
  const method = toMethod(recorded, draft);
  const credentials = toCredentials(recorded, edit);
  const changes =
    [method.refusal === '' ? method.was : '', credentials.was].filter((was) => was !== '').length +
    messages.reduce((sum, { changes }) => sum + changes, 0);
  const assumption = isEdited ? assumptionOf(answers) : '';
  const recordedVerdict = strings.verdicts[recordedDiagnosis.verdict];
  return {
    id: recorded.id,
    kind: kindOf(diagnosis),
    isUnknown: diagnosis.verdict === 'unknown',
    headline: toParts(diagnosis.headline),
    standing: isEdited ? words.edited({ count: changes, verdict: recordedVerdict }) : words.asRecorded,
    isEdited,
    assumes: assumption,
    canUseFix: !isEmptyFix(diagnosis.fix),
    canReset: !isUntouched(draft),
    diagram: isEdited ? toDiagram(exchange, evaluation, knownOf(answers)) : toDiagram(exchange, evaluation),
    proof: isEdited ? proofOf(whatIf, credentials.value) : toProof(exchange, diagnosis),
    readable: evaluation.readable === null ? null : toReadable(evaluation.readable),
    method,
    credentials,
    messages,
    announcement: toAnnouncement(diagnosis, assumption),
  };
}

/** What would come of it was never measured, and hangs on answers that nobody has seen. */
function knownOf(answers: readonly EditableAnswer[]): Known {
  const assumed = new Set(answers.filter(({ basis }) => basis === 'assumed').map(answerKey));
  return { spansAt: () => UNMEASURED, isAssumed: (answer) => assumed.has(answerKey(answer)) };
}

function toAnnouncement(diagnosis: Diagnosis, assumption: string): string {
  const said = { verdict: strings.verdicts[diagnosis.verdict], headline: toText(diagnosis.headline) };
  return assumption === '' ? words.announce(said) : words.announceAssumed({ ...said, assumption });
}

function toMethod({ hops: [{ method }] }: Exchange, draft: Draft): FieldVM {
  const refusal = refusalOfMethod(draft);
  const value = draft.method ?? method;
  return {
    value,
    was: value === method ? '' : method,
    refusal: refusalWords(refusal),
  };
}

function toCredentials(recorded: Exchange, edit: ExchangeEdit): CredentialsVM {
  const was = recordedCredentials(recorded);
  const value = edit.credentials ?? was;
  const values = ['include', 'same-origin', ...(was === 'unknown' ? (['unknown'] as const) : [])] as const;
  return {
    value,
    options: values.map((each) => ({ value: each, label: words.credentialsOptions[each] })),
    was: value === was ? '' : words.credentialsOptions[was],
  };
}

/** On which answers the verdict hangs that nobody has seen. */
function assumptionOf(answers: readonly EditableAnswer[]): string {
  const assumed = answers.filter(({ basis }) => basis === 'assumed');
  const [first] = assumed;
  if (first === undefined) return '';
  return words.assumes[assumed.every(({ on }) => on === first.on) ? first.on : 'both'];
}

/** An edited exchange states its credentials mode, and the proof says who did: the user, the recording, or nobody. */
function proofOf(
  { recorded, recordedDiagnosis, edit, exchange, diagnosis }: WhatIf,
  value: CredentialsVM['value'],
): ProofVM {
  const proof = toProof(exchange, diagnosis);
  const told =
    edit.credentials === undefined && value !== 'unknown'
      ? credentialsWords(toProof(recorded, recordedDiagnosis))
      : plain(words.credentialsProof[value]);
  if (told === undefined) return proof;
  const groups = proof.groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => (isAboutCredentials(line.key) ? { ...line, words: told } : line)),
  }));
  return { ...proof, groups };
}

function credentialsWords({ groups }: ProofVM): readonly TextPart[] | undefined {
  return groups.flatMap(({ lines }) => lines).find(({ key }) => isAboutCredentials(key))?.words;
}

function isAboutCredentials(key: string): boolean {
  return key.endsWith(' credentials');
}
