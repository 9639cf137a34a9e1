import { makeVisible } from '../../report/visible-text.ts';
import { type Place, comparisonWords as words } from '../comparison-words.ts';
import { differencesOf, type Stretch } from './byte-difference.ts';
import { inSentence, plain, type TextPart } from './text.ts';

type Sentence = readonly TextPart[];

/** What distinguishes a value from the one that it has to be, in sentences: none for values that are the same. */
export function describeDifference(value: string, wanted: string): readonly Sentence[] {
  if (value === wanted) return [];
  if (value === '') return [plain(words.isEmpty)];
  const stretches = differencesOf(value, wanted);
  return lookAlikes(stretches) ?? describeParts(value, wanted) ?? describePlaces(stretches);
}

type Gap = Extract<Stretch, { kind: 'differs' }>;

function gapsOf(stretches: readonly Stretch[]): readonly Gap[] {
  return stretches.filter((stretch) => stretch.kind === 'differs');
}

/** Whether a value differs from the one that it has to be only in characters that look like its own. */
export function areLookAlikes(value: string, wanted: string): boolean {
  return value !== wanted && lookAlikes(differencesOf(value, wanted)) !== null;
}

/** Characters in the place of ASCII letters, such as a Cyrillic `а`; null if anything else differs. */
function lookAlikes(stretches: readonly Stretch[]): readonly Sentence[] | null {
  const gaps = gapsOf(stretches);
  const areAlike = gaps.every(({ one, other }) => /^(?=\P{ASCII})\p{L}$/u.test(one) && /^[a-z]$/.test(other));
  if (!areAlike || gaps.length > MOST_SENTENCES) return null;
  return gaps.map(({ one, other }) =>
    words.lookAlike({ value: inSentence(one), code: codeOf(one), wanted: inSentence(other) }),
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
  if (scheme !== itsScheme && host !== itsHost && port !== itsPort) return [plain(words.allParts)];
  return [
    ...describePart(words.scheme, scheme, itsScheme),
    ...describePart(words.host, host, itsHost),
    ...describePart(({ value, wanted }) => describePort(value, wanted), port, itsPort),
  ];
}

type Say = (values: { readonly value: string; readonly wanted: string }) => Sentence;

function describePart(say: Say, value: string, wanted: string): readonly Sentence[] {
  if (value === wanted) return [];
  const isCase = value.toLowerCase() === wanted.toLowerCase();
  return [replacing(isCase ? words.letterCase : say, value, wanted)];
}

function describePort(value: string, wanted: string): Sentence {
  if (value === '') return words.portMissing({ wanted });
  return wanted === '' ? words.portExtra({ value }) : words.port({ value, wanted });
}

function replacing(say: Say, value: string, wanted: string): Sentence {
  return say({ value: inSentence(value), wanted: inSentence(wanted) });
}

/** More of them say less than the marks do. */
const MOST_SENTENCES = 3;

function describePlaces(stretches: readonly Stretch[]): readonly Sentence[] {
  const gaps = gapsOf(stretches);
  if (gaps.length === stretches.length) return [plain(words.another)];
  if (gaps.length > MOST_SENTENCES) return [plain(words.several({ count: gaps.length }))];
  return stretches.flatMap((stretch, index) => {
    if (stretch.kind === 'same') return [];
    return [describeGap(stretch, index === 0 ? 'start' : index === stretches.length - 1 ? 'end' : 'middle')];
  });
}

function describeGap({ one, other }: Gap, place: Place): Sentence {
  if (one === ' ' && other === '') return plain(words.extraSpace[place]);
  if (other === '') return words.extra[place]({ text: inSentence(one) });
  if (one === '') return words.missing[place]({ text: inSentence(other) });
  const isCase = one.toLowerCase() === other.toLowerCase();
  return replacing(isCase ? words.letterCase : words.replaced[place], one, other);
}
