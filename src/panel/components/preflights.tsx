import { sentenceSpace } from '../language/formats.ts';
import { strings } from '../strings.ts';
import type { PreflightsVM, PreflightVM } from '../view-models/preflights.ts';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';

interface Props {
  readonly preflights: PreflightsVM | null;
  readonly onSelect: (exchangeId: string) => void;
}

/** Why there was a preflight and what would avoid it, or why there was none. */
export function Preflights({ preflights, onSelect }: Props) {
  if (preflights === null) return null;
  return (
    <Fold name="preflights" heading={preflights.heading} aside={preflights.aside}>
      {preflights.hops.map((preflight) => (
        <Preflight key={preflight.key} preflight={preflight} onSelect={onSelect} />
      ))}
    </Fold>
  );
}

function Preflight({ preflight, onSelect }: { readonly preflight: PreflightVM } & Pick<Props, 'onSelect'>) {
  const { hop, summary, cost, reasons, keptAnswers, caching } = preflight;
  return (
    <div class="preflight">
      <p>
        {hop !== '' && <b>{strings.labelled({ label: hop })} </b>}
        <RichText parts={summary} />
        {cost !== '' && `${sentenceSpace()}${cost}`}
      </p>
      {keptAnswers.length > 0 && (
        <ul class="actions">
          {keptAnswers.map(({ exchangeId, text, when }) => (
            <li key={exchangeId}>
              <RichText parts={text} />
              {sentenceSpace()}
              {when}{' '}
              <button type="button" class="button button-small" onClick={() => onSelect(exchangeId)}>
                {strings.preflight.show}
              </button>
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <dl>
          {reasons.map(({ why, avoid }, index) => (
            <div key={index}>
              <dt>
                <RichText parts={why} />
              </dt>
              {avoid.length > 0 && (
                <dd>
                  <RichText parts={avoid} />
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
      {caching.map((parts, index) => (
        <p key={index}>
          <RichText parts={parts} />
        </p>
      ))}
    </div>
  );
}
