import { makeVisible } from '../../report/visible-text.ts';
import { type Place, comparisonWords as words } from '../comparison-words.ts';
import { differencesOf, type Stretch } from './byte-difference.ts';
import { type TextPart, withValues } from './text.ts';

type Sentence = readonly TextPart[];

/** What distinguishes a value from the one that it has to be, in sentences: none for values that are the same. */
export function describeDifference(value: string, wanted: string): readonly Sentence[] {
  if (value === wanted) return [];
  if (value === '') return [withValues(words.isEmpty)];
  const stretches = differencesOf(value, wanted);
  return lookAlikes(stretches) ?? describeParts(value, wanted) ?? describePlaces(stretches);
}

type Gap = Extract<Stretch, { kind: 'differs' }>;

function gapsOf(stretches: readonly Stretch[]): readonly Gap[] {
  return stretches.filter((stretch) => stretch.kind === 'differs');
}

/** Characters in the place of ASCII letters, such as a Cyrillic `а`; null if anything else differs. */
function lookAlikes(stretches: readonly Stretch[]): readonly Sentence[] | null {
  const gaps = gapsOf(stretches);
  const areAlike = gaps.every(({ one, other }) => /^(?=\P{ASCII})\p{L}$/u.test(one) && /^[a-z]$/.test(other));
  if (!areAlike || gaps.length > MOST_SENTENCES) return null;
  return gaps.map(({ one, other }) =>
    withValues(words.lookAlike, { value: one, code: codeOf(one), wanted: other }),
  );
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Scheme, host and port of an origin, and nothing else. */
const ORIGIN = /^([a-z][a-z0-9+.-]*):\/\/([^\s/?#@,;:[\]"'`*]+|\[[0-9a-f:.]+\])(?::(\d+))?$/i;

/** Two origins, part by part; null if one of them is none, as it is written. */
function describeParts(value: string, wanted: string): readonly Sentence[] | null {
  const [own, its] = [ORIGIN.exec(value), ORIGIN.exec(wanted)];
  if (own === null || its === null || makeVisible(value) !== value) return null;
  const [, scheme = '', host = '', port = ''] = own;
  const [, itsScheme = '', itsHost = '', itsPort = ''] = its;
  if (scheme !== itsScheme && host !== itsHost && port !== itsPort) return [withValues(words.allParts)];
  return [
    ...describePart(words.scheme, scheme, itsScheme),
    ...describePart(words.host, host, itsHost),
    ...describePart(
      port === '' ? words.portMissing : itsPort === '' ? words.portExtra : words.port,
      port,
      itsPort,
    ),
  ];
}

function describePart(template: string, value: string, wanted: string): readonly Sentence[] {
  if (value === wanted) return [];
  const isCase = value.toLowerCase() === wanted.toLowerCase();
  return [withValues(isCase ? words.letterCase : template, { value, wanted })];
}

/** More of them say less than the marks do. */
const MOST_SENTENCES = 3;

function describePlaces(stretches: readonly Stretch[]): readonly Sentence[] {
  const gaps = gapsOf(stretches);
  if (gaps.length === stretches.length) return [withValues(words.another)];
  if (gaps.length > MOST_SENTENCES) return [withValues(words.several(gaps.length))];
  return stretches.flatMap((stretch, index) => {
    if (stretch.kind === 'same') return [];
    return [describeGap(stretch, index === 0 ? 'start' : index === stretches.length - 1 ? 'end' : 'middle')];
  });
}

function describeGap({ one, other }: Gap, place: Place): Sentence {
  if (one === ' ' && other === '') return withValues(words.extraSpace[place]);
  if (other === '') return withValues(words.extra[place], { text: one });
  if (one === '') return withValues(words.missing[place], { text: other });
  if (one.toLowerCase() === other.toLowerCase())
    return withValues(words.letterCase, { value: one, wanted: other });
  return withValues(words.replaced[place], { value: one, wanted: other });
}
