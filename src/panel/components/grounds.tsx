import { strings } from '../strings.ts';
import type { AnswererVM } from '../view-models/answerer.ts';
import type { SurenessVM } from '../view-models/sureness.ts';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';

/** How sure a piece of advice is, and why. */
export function Grounds({ sureness }: { readonly sureness: SurenessVM }) {
  return (
    <dl class="grounds">
      <dt>{strings.sureness.term}</dt>
      <dd>
        <b class={sureness.isSure ? 'sure' : 'unsure'}>{strings.labelled({ label: sureness.word })}</b>{' '}
        <RichText parts={sureness.why} />
      </dd>
    </dl>
  );
}

/** How sure an explanation is; the reasons are there from the start where it isn't. */
export function HowSure({ sureness }: { readonly sureness: SurenessVM | null }) {
  if (sureness === null) return null;
  const { word, isSure, why } = sureness;
  return (
    <Fold
      name={isSure ? 'sure' : 'unsure'}
      heading={strings.sureness.term}
      aside={<span class={isSure ? 'sure' : 'unsure'}>{word}</span>}
      openAtFirst={!isSure}
    >
      <p class="prose">
        <RichText parts={why} />
      </p>
    </Fold>
  );
}

/** Who gave the answer that decided, and the header lines that show it. */
export function WhoAnswered({ answerer }: { readonly answerer: AnswererVM | null }) {
  if (answerer === null) return null;
  const { statement, lines } = answerer;
  return (
    <Fold name="answerer" heading={strings.answerer.term} aside={<RichText parts={statement} />}>
      <code class="answerer-lines">{lines.join('\n')}</code>
    </Fold>
  );
}
