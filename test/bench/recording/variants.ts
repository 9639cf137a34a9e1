import type { EngineName } from '../../browsers/browser.ts';
import { type ListenerSetName, listenerSets } from './listener-sets.ts';

/** What is there besides the page. `idle` has the recorder's very listeners, which do nothing. */
export type Extension = 'none' | 'ours' | 'idle' | ListenerSetName;

export interface Variant {
  readonly id: VariantId;
  readonly title: string;
  readonly extension: Extension;
  /** Whether the page's origin is one that is recorded. */
  readonly isRecorded: boolean;
  /** `network` is DevTools' own panel. */
  readonly panel?: 'tab' | 'devtools' | 'network';
  readonly devtools?: true;
  /** Another tab is recorded at the same time. */
  readonly beside?: true;
}

export type VariantId =
  | 'none'
  | 'control'
  | 'idle'
  | 'ours'
  | 'panel'
  | 'out'
  | 'beside'
  | 'devtools'
  | 'devtools-network'
  | 'devtools-panel'
  | ListenerSetName;

const NONE: Variant = { id: 'none', title: 'no extension', extension: 'none', isRecorded: true };
const CONTROL: Variant = { ...NONE, id: 'control', title: 'no extension, again' };
const IDLE: Variant = { ...NONE, id: 'idle', title: 'our listeners, doing nothing', extension: 'idle' };

const OURS: readonly Variant[] = [
  { id: 'ours', title: 'ours, recorded, no panel', extension: 'ours', isRecorded: true },
  { id: 'panel', title: 'ours, panel in a tab', extension: 'ours', isRecorded: true, panel: 'tab' },
  { id: 'out', title: 'ours, not recorded', extension: 'ours', isRecorded: false },
  { id: 'beside', title: 'ours, another tab recorded', extension: 'ours', isRecorded: false, beside: true },
];

/** Firefox's toolbox takes longer to open than all of the measuring does. */
const WITH_DEVTOOLS: readonly Variant[] = [
  { id: 'devtools', title: 'DevTools, no extension', extension: 'none', isRecorded: true, devtools: true },
  {
    id: 'devtools-network',
    title: 'DevTools on Network',
    extension: 'none',
    isRecorded: true,
    devtools: true,
    panel: 'network',
  },
  {
    id: 'devtools-panel',
    title: 'DevTools on our panel',
    extension: 'ours',
    isRecorded: true,
    devtools: true,
    panel: 'devtools',
  },
];

/** What is measured for the aims. */
export function variantsOf(engine: EngineName): readonly Variant[] {
  const variants = [NONE, CONTROL, ...setVariants(engine, ['unmatched']), IDLE, ...OURS];
  return engine === 'chromium' ? [...variants, ...WITH_DEVTOOLS] : variants;
}

/** Other listeners than ours, and ours, all doing nothing. */
export function triedVariantsOf(engine: EngineName): readonly Variant[] {
  const { 'without-extra-headers': _, ...common } = listenerSets(engine);
  const sets = engine === 'chromium' ? listenerSets(engine) : common;
  return [NONE, CONTROL, ...setVariants(engine, Object.keys(sets) as ListenerSetName[]), IDLE];
}

function setVariants(engine: EngineName, names: readonly ListenerSetName[]): readonly Variant[] {
  const sets = listenerSets(engine);
  return names.map((name) => ({ id: name, title: sets[name].title, extension: name, isRecorded: true }));
}
