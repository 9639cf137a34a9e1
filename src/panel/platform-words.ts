import { PLATFORMS } from '../fixes/platforms/index.ts';
import { LINE_NOTES, type LineNote } from '../fixes/platforms/line-notes.ts';
import type { ServerPlatform, Trap } from '../fixes/platforms/platform.ts';
import { type PolicyWarning, WARNING_WORDS } from '../fixes/policy-warnings.ts';
import { messageName, templateIn } from '../language/language.ts';
import { fillParts, type TextPart } from '../language/template.ts';
import { language } from './language/installed.ts';

/** The words of the platforms, which are written beside what they belong to, in the language that is installed. */

/** What a line of a configuration does. */
export function noteWords(note: LineNote): readonly TextPart[] {
  return said(['note', note], LINE_NOTES[note]);
}

export function warningWords({ id, data }: PolicyWarning): readonly TextPart[] {
  return said(['policy_warning', id], WARNING_WORDS[id], data);
}

/** Where a snippet goes. */
export function placeWords({ id, places }: ServerPlatform, place: string): readonly TextPart[] {
  return said(['platform', id, 'place', place], places[place] ?? place);
}

export function reloadWords({ id, reload }: ServerPlatform): readonly TextPart[] {
  return said(['platform', id, 'reload'], reload);
}

export function trapWords({ id }: ServerPlatform, trap: Trap): readonly TextPart[] {
  return said(['platform', id, 'trap', trap.id], trap.words);
}

/** Why a policy is beyond one of its limits. */
export function limitWords(
  { id, limits = [] }: ServerPlatform,
  limit: string,
  value: string,
): readonly TextPart[] {
  const words = limits.find((each) => each.id === limit)?.words ?? limit;
  return said(['platform', id, 'limit', limit], words, { value });
}

/** What has read a text that wasn't run; empty if it was run. */
export function checkedByWords({ id, proof }: ServerPlatform): string {
  if (proof.kind === 'run') return '';
  return said(['platform', id, 'checked'], proof.by)
    .map(({ text }) => text)
    .join('');
}

function said(
  path: readonly string[],
  english: string,
  data: Readonly<Record<string, string>> = {},
): readonly TextPart[] {
  const now = language();
  return fillParts(templateIn(now, messageName(...path), english), data, now);
}

/** The English templates of all of them, by the names of their messages. */
export function messagesOfPlatforms(): ReadonlyMap<string, string> {
  const notes = Object.entries(LINE_NOTES).map(
    ([note, words]) => [messageName('note', note), words] as const,
  );
  const warnings = Object.entries(WARNING_WORDS).map(
    ([id, words]) => [messageName('policy_warning', id), words] as const,
  );
  return new Map([...notes, ...warnings, ...PLATFORMS.flatMap(messagesOf)]);
}

function messagesOf({
  id,
  places,
  reload,
  traps,
  limits = [],
  proof,
}: ServerPlatform): (readonly [string, string])[] {
  const name = (...path: readonly string[]): string => messageName('platform', id, ...path);
  return [
    ...Object.entries(places).map(([place, words]) => [name('place', place), words] as const),
    [name('reload'), reload],
    ...traps.map((trap) => [name('trap', trap.id), trap.words] as const),
    ...limits.map((limit) => [name('limit', limit.id), limit.words] as const),
    ...(proof.kind === 'checked' ? [[name('checked'), proof.by] as const] : []),
  ];
}
