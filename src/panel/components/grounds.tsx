import { strings } from '../strings.ts';
import type { AnswererVM } from '../view-models/answerer.ts';
import type { SurenessVM } from '../view-models/sureness.ts';
import { RichText } from './rich-text.tsx';

interface Props {
  readonly sureness: SurenessVM | null;
  readonly answerer?: AnswererVM | null;
}

/** What the explanation stands on: how sure it is and why, and who gave the answer. */
export function Grounds({ sureness, answerer = null }: Props) {
  if (sureness === null && answerer === null) return null;
  return (
    <dl class="grounds">
      {sureness !== null && (
        <>
          <dt>{strings.sureness.term}</dt>
          <dd>
            <b class={sureness.isSure ? 'sure' : 'unsure'}>{sureness.word}:</b>{' '}
            <RichText parts={sureness.why} />
          </dd>
        </>
      )}
      {answerer !== null && (
        <>
          <dt>{strings.answerer.term}</dt>
          <dd>
            <RichText parts={answerer.statement} />
            {answerer.lines.length > 0 && <code class="answerer-lines">{answerer.lines.join('\n')}</code>}
          </dd>
        </>
      )}
    </dl>
  );
}
