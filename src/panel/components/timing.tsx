import { strings } from '../strings.ts';
import type { PhaseVM, TimingVM } from '../view-models/timing.ts';
import { Fold } from './section.tsx';

const words = strings.timing;

/** When it began, and how long its parts took, as far as that was measured. */
export function Timing({ timing }: { readonly timing: TimingVM | null }) {
  if (timing === null) return null;
  return (
    <Fold name="timing" heading={words.heading} aside={timing.aside}>
      <p>{words.began({ time: timing.began })}</p>
      <table class="timing">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{words.phaseColumn}</th>
            <th scope="col">{words.timeColumn}</th>
          </tr>
        </thead>
        <tbody>
          {timing.phases.map((phase) => (
            <Phase key={phase.key} phase={phase} />
          ))}
          {timing.total !== '' && (
            <tr class="timing-total">
              <th scope="row">{words.total}</th>
              <td class="timing-time">{timing.total}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </Fold>
  );
}

/** Percent: a bar that is narrower isn't seen. */
const NARROWEST = 0.5;

function Phase({ phase: { kind, hop, label, time, note, start, length } }: { readonly phase: PhaseVM }) {
  const width = Math.max(NARROWEST, 100 * length);
  const x = Math.min(100 - width, 100 * start);
  return (
    <tr>
      <th scope="row">
        {hop !== '' && <b>{strings.labelled({ label: hop })} </b>}
        {label}
        {note !== '' && <small> {note}</small>}
      </th>
      <td class="timing-time">{time}</td>
      <td class="timing-bar">
        <svg aria-hidden="true" width="100%" height="8">
          {length > 0 && (
            <rect class={`phase-${kind}`} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="8" />
          )}
        </svg>
      </td>
    </tr>
  );
}
