import type { ComparisonVM } from './comparison.ts';
import type { PieceVM } from './comparison-row.ts';
import { areLookAlikes } from './describe-difference.ts';
import type { TextPart } from './text.ts';

/** A piece of a headline; `pieces` of a value that looks like another one in it, with what differs marked. */
export interface HeadlinePart extends TextPart {
  readonly pieces?: readonly PieceVM[];
}

/**
 * A headline in which two values can be told apart: those that the check compared, if one only looks like the other. What
 * differs to the eye needs no mark there.
 */
export function toHeadline(
  parts: readonly TextPart[],
  comparison: ComparisonVM | null,
): readonly HeadlinePart[] {
  if (comparison === null) return parts;
  const rows = comparison.rows.map(({ pieces }) => ({
    value: pieces.map(({ text }) => text).join(''),
    pieces,
  }));
  const [value = '', wanted = ''] = rows.map((row) => row.value);
  if (!areLookAlikes(value, wanted)) return parts;
  return parts.map((part) => {
    const row = rows.find((each) => part.code && each.value === part.text);
    return row === undefined ? part : { ...part, pieces: row.pieces };
  });
}
