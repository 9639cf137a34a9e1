import type { DiagramMessage, DiagramVM } from './diagram.ts';
import { BOLD, fitted, widthOf, wrapped } from './label-width.ts';

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
  /** Where its line begins. */
  readonly top: number;
  readonly label: string;
  /** The baseline. */
  readonly labelY: number;
}

export interface ArrowLayout extends LabelPlace {
  readonly message: DiagramMessage;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** The label, line by line, cut to the room that there is. */
  readonly label: readonly string[];
  /** The baseline of its first line. */
  readonly labelY: number;
  /** What is the message's of the picture's height: from, and how much. */
  readonly top: number;
  readonly height: number;
}

const BOTTOM = 8;
/** Wider, the arrows get longer than the eye likes to follow. */
const MAX_WIDTH = 720;
const MIN_WIDTH = 240;
/** Lanes that are closer to each other have no room for words between them. */
const CLOSEST_LANES = 130;

/**
 * Places lanes next to each other and messages below each other. Where there is room, the words stand on the arrows;
 * else the lanes move together at the left, and all words stand beside them.
 */
export function layOutDiagram(diagram: DiagramVM, available: number): DiagramLayout {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, available));
  const step = (width - 2 * EDGE) / Math.max(1, diagram.lanes.length - 1);
  return step < CLOSEST_LANES ? besideLanes(diagram, width) : onArrows(diagram, width, step);
}

/** Where half a label fits beside the outer lanes. */
const EDGE = 72;
const FIRST_ARROW = 38;
const ARROW_STEP = 22;

function onArrows(diagram: DiagramVM, width: number, step: number): DiagramLayout {
  const count = diagram.lanes.length;
  const laneX = (index: number) => Math.round(EDGE + index * step);
  const arrows: ArrowLayout[] = [];
  let next = FIRST_ARROW;
  for (const message of diagram.messages) {
    const x1 = laneX(message.from);
    const x2 = laneX(message.to);
    const label = labelOnArrow(message, Math.abs(x2 - x1), width);
    const more = (label.length - 1) * LINE_HEIGHT;
    const y = next + more + 6;
    const longest = label.reduce((some, other) => (widthOf(other) > widthOf(some) ? other : some));
    arrows.push({
      message,
      x1,
      x2,
      y,
      label,
      labelY: y - more - (message.breaks ? 8 : 5),
      top: y - more - 19,
      height: ARROW_STEP + more + 2,
      // Each arrow has its lines to itself, so a label may reach beyond its arrow, but not out of the picture.
      ...placeLabel(longest, Math.round((x1 + x2) / 2), width),
    });
    next += ARROW_STEP + more;
  }
  return {
    width,
    height: next + BOTTOM,
    lanes: diagram.lanes.map((label, index) => {
      const x = laneX(index);
      const shown = fitted(label, width / count - 4);
      return { x, top: 20, label: shown, labelY: 12, ...placeLabel(shown, x, width) };
    }),
    arrows,
  };
}

/** So much longer than its arrow, in pixels, a label only crosses a lane's line. */
const LITTLE_LONGER = 60;

function labelOnArrow(message: DiagramMessage, length: number, width: number): readonly string[] {
  const { label } = message;
  const most = roomFor(message, width);
  const room = roomFor(message, length + LITTLE_LONGER);
  if (length === 0 || widthOf(label) <= room) return [fitted(label, most)];
  const lines = wrapped(label, room, MOST_LINES);
  // Rather across a lane's line than cut.
  return isCut(lines) && widthOf(label) <= most ? [label] : lines;
}

function isCut(lines: readonly string[]): boolean {
  return lines.at(-1)?.endsWith('…') === true;
}

/** Of so many pixels. */
function roomFor({ breaks }: DiagramMessage, width: number): number {
  return breaks ? width / BOLD : width;
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

const TRACK_EDGE = 8;
const LANE_STEP = 22;
/** More lanes than that move closer together. */
const WIDEST_TRACK = 132;
/** From one line of a label to the next. */
export const LINE_HEIGHT = 14;
/** Above and below the lines of a message. */
const ROW_PADDING = 6;
const MOST_LINES = 2;

function besideLanes(diagram: DiagramVM, width: number): DiagramLayout {
  const last = diagram.lanes.length - 1;
  const step = Math.min(LANE_STEP, WIDEST_TRACK / Math.max(1, last));
  const laneX = (index: number) => Math.round(TRACK_EDGE + index * step);
  const wordsX = laneX(last) + 14;
  const lanes = diagram.lanes.map((label, index): LaneLayout => {
    const labelX = laneX(index) + 8;
    const labelY = 12 + index * (LINE_HEIGHT + 2);
    const shown = fitted(label, width - labelX);
    return { x: laneX(index), top: labelY - 4, label: shown, labelY, anchor: 'start', labelX };
  });
  const arrows: ArrowLayout[] = [];
  let top = 12 + last * (LINE_HEIGHT + 2) + 8;
  for (const message of diagram.messages) {
    const label = wrapped(message.label, roomFor(message, width - wordsX), MOST_LINES);
    const height = label.length * LINE_HEIGHT + ROW_PADDING;
    arrows.push({
      message,
      x1: laneX(message.from),
      x2: laneX(message.to),
      y: top + ROW_PADDING / 2 + LINE_HEIGHT / 2,
      label,
      labelY: top + ROW_PADDING / 2 + LINE_HEIGHT - 3,
      labelX: wordsX,
      anchor: 'start',
      top,
      height,
    });
    top += height;
  }
  return { width, height: top + BOTTOM, lanes, arrows };
}
