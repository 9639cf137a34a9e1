import type { DiagramMessage, DiagramVM } from './diagram.ts';
import { cut } from './text.ts';

/** The diagram's geometry in pixels, for a given width. */
export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneLayout[];
  readonly arrows: readonly ArrowLayout[];
}

interface LabelPlace {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly labelX: number;
}

export interface LaneLayout extends LabelPlace {
  readonly x: number;
  readonly label: string;
}

export interface ArrowLayout extends LabelPlace {
  readonly message: DiagramMessage;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** The label, cut to the room that there is. */
  readonly label: string;
}

const FIRST_ARROW = 38;
const ARROW_STEP = 22;
const BOTTOM = 8;
/** Wider, the arrows get longer than the eye likes to follow. */
const MAX_WIDTH = 720;
/** What a character of the 11 px labels takes on average in a wide font: a capital letter takes more. */
const CHARACTER = 6.2;
const CAPITAL = 8;

/** Places lanes evenly, the outer ones where half a label fits beside them, and the arrows below each other. */
export function layOutDiagram(diagram: DiagramVM, available: number): DiagramLayout {
  const width = Math.min(MAX_WIDTH, Math.max(240, available));
  const count = diagram.lanes.length;
  const edge = width < 420 ? 16 : 72;
  const step = (width - 2 * edge) / Math.max(1, count - 1);
  const laneX = (index: number) => Math.round(edge + index * step);
  return {
    width,
    height: FIRST_ARROW + diagram.messages.length * ARROW_STEP + BOTTOM,
    lanes: diagram.lanes.map((label, index) => {
      const x = laneX(index);
      const shown = fitted(label, width / count - 4);
      return { x, label: shown, ...placeLabel(shown, x, width) };
    }),
    arrows: diagram.messages.map((message, index) => {
      const x1 = laneX(message.from);
      const x2 = laneX(message.to);
      const label = fitted(message.label, width);
      // Each arrow has its line to itself, so a long label may reach beyond its arrow, but not out of the picture.
      const place = placeLabel(label, Math.round((x1 + x2) / 2), width);
      return { message, x1, x2, y: FIRST_ARROW + index * ARROW_STEP + 6, label, ...place };
    }),
  };
}

/** So much of the picture's width, and in another font the label may be wider than the picture. */
const MOSTLY = 0.7;

/**
 * In the middle at that place, or else at the picture's edge if it would stick out there. What may not fit at all stands at
 * its beginning, so that it is the end that is cut off.
 */
function placeLabel(label: string, x: number, width: number): LabelPlace {
  const half = widthOf(label) / 2;
  if (half > x || 2 * half > MOSTLY * width) return { anchor: 'start', labelX: 0 };
  if (half > width - x) return { anchor: 'end', labelX: width };
  return { anchor: 'middle', labelX: x };
}

/** As much of a label as there is room for. */
function fitted(label: string, room: number): string {
  let length = Math.min(label.length, Math.floor(room / CHARACTER));
  while (length > 1 && widthOf(cut(label, length)) > room) length -= 1;
  return cut(label, length);
}

function widthOf(label: string): number {
  const capitals = label.match(/\p{Lu}/gu)?.length ?? 0;
  return label.length * CHARACTER + capitals * (CAPITAL - CHARACTER);
}
