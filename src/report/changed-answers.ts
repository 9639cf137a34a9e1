import type { HeaderChange, ResponseRef, StatusChange } from '../model/fix.ts';
import type { FixSummary } from './report.ts';

/** A response that a fix changes. */
export interface ChangedAnswer extends ResponseRef {
  /** The change as lines of a diff: `- ` before what goes, `+ ` before what comes. */
  readonly lines: readonly string[];
  /** It was never seen: what it needs follows from the request. */
  readonly assumed: boolean;
}

/** The responses that a fix changes, in the order in which they come, each once. */
export function changedAnswers(fix: FixSummary): readonly ChangedAnswer[] {
  return responsesOf(fix).map((ref) => {
    const ofRef = (each: ResponseRef) => each.hop === ref.hop && each.on === ref.on;
    const headers = fix.changes.filter(ofRef);
    return {
      ...ref,
      lines: [...fix.statuses.filter(ofRef).flatMap(statusLines), ...headers.flatMap(headerLines)],
      assumed: headers.some((change) => change.assumed),
    };
  });
}

function responsesOf({ changes: headers, statuses }: FixSummary): readonly ResponseRef[] {
  const refs = new Map<string, ResponseRef>();
  for (const { hop, on } of [...statuses, ...headers]) refs.set(`${hop} ${on}`, { hop, on });
  return [...refs.values()].sort(
    (a, b) => a.hop - b.hop || Number(a.on === 'response') - Number(b.on === 'response'),
  );
}

function statusLines({ before, after }: StatusChange): readonly string[] {
  return [`- HTTP ${before}`, `+ HTTP ${after}`];
}

function headerLines({ op, name, value, before }: HeaderChange): readonly string[] {
  const removed = before.map((line) => `- ${name}: ${line}`);
  return op === 'remove' ? removed : [...removed, `+ ${name}: ${value ?? ''}`];
}
