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
/** What a character of the 11 px labels takes on average in a wide font. */
const CHARACTER = 6.2;

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
      const shown = cut(label, Math.floor((width / count - 4) / CHARACTER));
      return { x, label: shown, ...placeLabel(shown, x, width) };
    }),
    arrows: diagram.messages.map((message, index) => {
      const x1 = laneX(message.from);
      const x2 = laneX(message.to);
      const label = cut(message.label, Math.floor(width / CHARACTER));
      // Each arrow has its line to itself, so a long label may reach beyond its arrow, but not out of the picture.
      const place = placeLabel(label, Math.round((x1 + x2) / 2), width);
      return { message, x1, x2, y: FIRST_ARROW + index * ARROW_STEP + 6, label, ...place };
    }),
  };
}

/** In the middle at that place, or else at the picture's edge if it would stick out there. */
function placeLabel(label: string, x: number, width: number): LabelPlace {
  const half = (label.length * CHARACTER) / 2;
  if (half > x) return { anchor: 'start', labelX: 0 };
  if (half > width - x) return { anchor: 'end', labelX: width };
  return { anchor: 'middle', labelX: x };
}
