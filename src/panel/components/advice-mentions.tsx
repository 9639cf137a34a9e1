import { strings } from '../strings.ts';
import type { AdviceMentionVM } from '../view-models/advice.ts';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';
import { SeverityMark } from './severity-mark.tsx';

interface Props {
  readonly advice: readonly AdviceMentionVM[];
  readonly onAdvice: (key: string) => void;
}

/** What an exchange shows that could be better about its server. */
export function AdviceMentions({ advice, onAdvice }: Props) {
  if (advice.length === 0) return null;
  return (
    <Fold name="advice" heading={strings.advice.mention} openAtFirst>
      <MentionLines advice={advice} onAdvice={onAdvice} />
    </Fold>
  );
}

/** A line for each piece of advice, which leads to the whole of it. */
export function MentionLines({ advice, onAdvice }: Props) {
  return (
    <ul class="mentions">
      {advice.map(({ key, severity, title }) => (
        <li key={key}>
          <SeverityMark severity={severity} />
          <span>
            <RichText parts={title} />
          </span>
          <button type="button" class="link" data-action="show-advice" onClick={() => onAdvice(key)}>
            {strings.advice.show}
          </button>
        </li>
      ))}
    </ul>
  );
}
