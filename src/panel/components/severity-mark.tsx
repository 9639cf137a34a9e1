import { strings } from '../strings.ts';
import type { AdviceMentionVM } from '../view-models/advice.ts';
import { Icon, type IconName } from './icons.tsx';

const ICONS = { high: 'alert', medium: 'diamond', low: 'circle', info: 'info' } as const satisfies Record<
  AdviceMentionVM['severity'],
  IconName
>;

/** How grave it is: shape, word and colour all tell. */
export function SeverityMark({ severity }: Pick<AdviceMentionVM, 'severity'>) {
  return (
    <span class={`severity severity-${severity}`}>
      <Icon name={ICONS[severity]} />
      {strings.advice.severities[severity]}
    </span>
  );
}
