import { sentenceSpace } from '../language/formats.ts';
import { strings } from '../strings.ts';
import type { DisagreementVM } from '../view-models/disagreements.ts';
import { RichText } from './rich-text.tsx';

/** Where another browser would decide otherwise: a line for each, near the headline. */
export function Disagreements({ disagreements }: { readonly disagreements: readonly DisagreementVM[] }) {
  if (disagreements.length === 0) return null;
  return (
    <ul class="disagreements" aria-label={strings.disagreements.label}>
      {disagreements.map(({ key, headline, reasons }) => (
        <li key={key}>
          <b>
            <RichText parts={headline} />
          </b>
          {reasons.map((reason, index) => (
            // The sentences of one line never change their places.
            <span key={index}>
              {sentenceSpace()}
              <RichText parts={reason} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
