/** Sentences that may follow the evidence of any rule: why a finding isn't surer than it is. */
export const EVIDENCE_WORDS = {
  'unsure-pairing':
    'Which of {candidates} open requests like this one the preflight belongs to, the browser doesn’t say.',
} as const satisfies Readonly<Record<string, string>>;
