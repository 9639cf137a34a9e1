import type { CheckId, Evaluation, Step, StepEvidence, Verdict } from '../../fetch/evaluation.ts';
import { readableValue } from '../../model/decode-utf8.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { makeVisible } from '../../report/visible-text.ts';
import type { Diagnosis, Message } from '../../rules/diagnosis.ts';
import { engineNote } from '../../rules/proof/engine-note.ts';
import { explainCredentials } from '../../rules/proof/explain-credentials.ts';
import { explainStep } from '../../rules/proof/explain-step.ts';
import { explainVerdict } from '../../rules/proof/explain-verdict.ts';
import { namesInText, sentenceSpace } from '../language/formats.ts';
import { strings } from '../strings.ts';
import { cut, plain, type TextPart, toParts } from './text.ts';

/** Every check from the first to the verdict, so that a reader can follow. */
export interface ProofVM {
  readonly summary: string;
  /** What went well, or isn't over, nobody asks a proof of. */
  readonly openAtFirst: boolean;
  readonly groups: readonly ProofGroup[];
  /** The last line: what follows from the checks. */
  readonly conclusion: readonly TextPart[];
}

/** The steps about one message of one hop. */
export interface ProofGroup {
  readonly key: string;
  readonly title: string;
  /** Method and URL, or the status. */
  readonly about: string;
  /** What stands out among the steps that the browser got to; `not-applicable` if it got to none. */
  readonly outcome: Step['outcome'];
  readonly tally: string;
  /** Shown from the start: where something failed, or can't be told. */
  readonly open: boolean;
  readonly lines: readonly ProofLine[];
}

export type ProofPart = 'request' | 'preflight' | 'response';

export interface ProofLine {
  readonly key: string;
  readonly outcome: Step['outcome'];
  /** The engine got that far. */
  readonly reached: boolean;
  /** What was compared with what, and what came of it. */
  readonly words: readonly TextPart[];
  /** Whether the engine got there, and where it goes its own way. */
  readonly tags: readonly string[];
  readonly evidence: readonly EvidenceVM[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A header that the check looked at. */
export interface EvidenceVM {
  readonly message: string;
  readonly name: string;
  /** As they were, long ones cut; empty if there was none. */
  readonly lines: readonly string[];
}

const words = strings.proof;
const MOST_CHARACTERS = 240;
/** Where the Fetch standard defines it. */
const CREDENTIALS_MODE = 'concept-request-credentials-mode';

/** Every check in the engine's order, by hop and message, with what it looked at and where the standard says it. */
export function toProof(exchange: Exchange, diagnosis: Diagnosis): ProofVM {
  const { evaluation } = diagnosis;
  const groups = exchange.hops.flatMap((hop, index) =>
    PARTS.flatMap((part) => {
      const own = evaluation.steps.filter((step) => step.hop === index && PART_OF[step.check] === part);
      return own.length === 0 ? [] : [toGroup(exchange, evaluation, { hop, index, part }, own)];
    }),
  );
  const counted = groups.flatMap(({ lines }) => lines).filter(isCounted);
  const engine = strings.browsers.names[evaluation.engine];
  const version = exchange.observedIn.version.split('.')[0] ?? '';
  return {
    summary: words.summary({
      passed: counted.filter(passed).length,
      count: counted.length,
      engine: `${engine} ${version}`.trim(),
    }),
    openAtFirst: OPEN_AT_FIRST.has(diagnosis.verdict),
    groups,
    conclusion: toWords(explainVerdict(diagnosis)),
  };
}

const OPEN_AT_FIRST: ReadonlySet<Verdict> = new Set(['blocked', 'failed', 'unknown']);

const PARTS: readonly ProofPart[] = ['request', 'preflight', 'response'];

const PART_OF: Readonly<Record<CheckId, ProofPart>> = {
  'cross-origin': 'request',
  mode: 'request',
  'redirect-taint': 'request',
  'preflight-need': 'request',
  'preflight-answered': 'preflight',
  'preflight-redirect': 'preflight',
  'preflight-allow-origin': 'preflight',
  'preflight-allow-credentials': 'preflight',
  'preflight-status': 'preflight',
  'preflight-allow-methods-syntax': 'preflight',
  'preflight-allow-headers-syntax': 'preflight',
  'preflight-method': 'preflight',
  'preflight-headers': 'preflight',
  answered: 'response',
  'allow-origin': 'response',
  'allow-credentials': 'response',
  'redirect-location': 'response',
  'exposed-headers': 'response',
};

interface GroupPlace {
  readonly hop: Hop;
  readonly index: number;
  readonly part: ProofPart;
}

function toGroup(
  exchange: Exchange,
  evaluation: Evaluation,
  { hop, index, part }: GroupPlace,
  steps: readonly Step[],
): ProofGroup {
  const key = `${exchange.id} ${index} ${part}`;
  const lines = steps.flatMap((step, place) => {
    const line = toLine(`${key} ${place}`, step, exchange, evaluation);
    const isFirstMode = step.check === 'mode' && evaluation.steps.find(isMode) === step;
    return isFirstMode ? [line, ...credentialsLine(key, evaluation)] : [line];
  });
  const counted = lines.filter(isCounted);
  const outcome = standingOut(counted);
  return {
    key,
    title: index === 0 ? words.parts[part] : `${words.hop({ number: String(index) })} · ${words.parts[part]}`,
    about: aboutOf(hop, part),
    outcome,
    tally:
      counted.length === 0
        ? untried(lines)
        : words.tally({ passed: counted.filter(passed).length, count: counted.length }),
    open: outcome === 'fail' || outcome === 'unknown',
    lines,
  };
}

function aboutOf(hop: Hop, part: ProofPart): string {
  if (part === 'request') return `${hop.method} ${cut(hop.url, MOST_CHARACTERS)}`;
  const status = part === 'preflight' ? hop.preflight?.response?.status : hop.response?.status;
  return status === undefined || status === 0 ? '' : String(status);
}

function untried(lines: readonly ProofLine[]): string {
  return lines.some(({ reached }) => reached) ? '' : words.noneReached;
}

function isCounted({ reached, outcome }: ProofLine): boolean {
  return reached && outcome !== 'not-applicable';
}

function passed({ outcome }: ProofLine): boolean {
  return outcome === 'pass';
}

function isMode({ check }: Step): boolean {
  return check === 'mode';
}

function standingOut(counted: readonly ProofLine[]): Step['outcome'] {
  const outcomes = new Set(counted.map(({ outcome }) => outcome));
  if (outcomes.has('fail')) return 'fail';
  if (outcomes.has('unknown')) return 'unknown';
  return outcomes.has('pass') ? 'pass' : 'not-applicable';
}

function toLine(key: string, step: Step, exchange: Exchange, evaluation: Evaluation): ProofLine {
  const { algorithm, anchor, step: number, mdn } = step.spec;
  return {
    key,
    outcome: step.outcome,
    reached: step.reached,
    words: toWords(explainStep(step, { exchange, evaluation })),
    tags: [...(step.reached ? [] : [words.notReached[step.outcome]]), ...noteOf(step, evaluation)],
    evidence: step.evidence.filter((evidence) => isWorthShowing(evidence, step)).map(toEvidence),
    links: linksTo(standardLabel(algorithm, number), anchor, mdn),
  };
}

/** An algorithm of the Fetch standard, by its name there, and which of its steps. */
function standardLabel(algorithm: string, number: string | undefined): string {
  if (number === undefined) return algorithm;
  return /[–,]/.test(number) ? words.steps({ algorithm, number }) : words.step({ algorithm, number });
}

/** How the credentials mode is known stands with the request's mode, before the first check that asks for it. */
function credentialsLine(key: string, evaluation: Evaluation): readonly ProofLine[] {
  const message = explainCredentials(evaluation);
  if (message === null) return [];
  const { credentials } = evaluation;
  const open = credentials.value === 'unknown' && credentials.matters ? 'unknown' : 'not-applicable';
  return [
    {
      key: `${key} credentials`,
      outcome: credentials.value === 'unknown' ? open : 'pass',
      reached: true,
      words: toWords([message]),
      tags: [],
      evidence: [],
      links: linksTo(words.credentialsMode, CREDENTIALS_MODE, 'API/Request/credentials'),
    },
  ];
}

function noteOf(step: Step, evaluation: Evaluation): readonly string[] {
  const note = engineNote(step, evaluation);
  if (note === null) return [];
  if (note.kind !== 'only') return [words[note.kind]];
  const engines = note.engines.map((engine) => strings.browsers.names[engine]);
  return [words.only({ engines: namesInText(engines) })];
}

function linksTo(standard: string, anchor: string, mdn: string): ProofLine['links'] {
  return [
    { label: standard, url: `https://fetch.spec.whatwg.org/#${anchor}` },
    { label: 'MDN', url: `https://developer.mozilla.org/docs/Web/${mdn}` },
  ];
}

/** Statuses, methods and URLs are in the words already, origins too; and what wasn't looked at shows nothing. */
function isWorthShowing({ name, lines }: StepEvidence, { check, outcome }: Step): boolean {
  if (name.startsWith(':') || check === 'cross-origin' || outcome === 'not-applicable') return false;
  return outcome !== 'pass' || lines.length > 0;
}

function toEvidence({ message, name, lines }: StepEvidence): EvidenceVM {
  return {
    message: words.evidenceOf[message],
    name,
    lines: lines.map((line) => cut(makeVisible(readableValue(line)), MOST_CHARACTERS)),
  };
}

/** Several messages as one text. */
function toWords(messages: readonly Message[]): readonly TextPart[] {
  return messages.flatMap((message, index) => {
    const parts = toParts(message);
    return index === 0 ? parts : [...plain(sentenceSpace()), ...parts];
  });
}
