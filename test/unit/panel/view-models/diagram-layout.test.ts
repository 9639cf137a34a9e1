import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagramVM } from '../../../../src/panel/view-models/diagram.ts';
import { LINE_HEIGHT, layOutDiagram } from '../../../../src/panel/view-models/diagram-layout.ts';
import { fitted, widthOf, wrapped } from '../../../../src/panel/view-models/label-width.ts';

const diagrams: fc.Arbitrary<DiagramVM> = fc.integer({ min: 2, max: 6 }).chain((lanes) =>
  fc.record({
    lanes: fc.array(fc.string({ maxLength: 80 }), { minLength: lanes, maxLength: lanes }),
    messages: fc.array(
      fc.record({
        from: fc.nat(lanes - 1),
        to: fc.nat(lanes - 1),
        label: fc.string({ maxLength: 200 }),
        tone: fc.constantFrom('plain', 'good', 'bad', 'muted'),
        dashed: fc.boolean(),
        breaks: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  }),
);

const MESSAGE = { from: 1, to: 2, tone: 'plain', dashed: false, breaks: false } as const;
const LANES = ['page', 'Browser', 'server'];

/** The first arrow of a picture of that width. */
function arrowOf(label: string, width: number) {
  const [arrow] = layOutDiagram({ lanes: LANES, messages: [{ ...MESSAGE, label }] }, width).arrows;
  if (arrow === undefined) throw new Error('There is an arrow.');
  return arrow;
}

describe('layOutDiagram', () => {
  it('keeps everything inside the picture, at any width', () => {
    fc.assert(
      fc.property(diagrams, fc.nat(3000), (diagram, available) => {
        const { width, height, lanes, arrows } = layOutDiagram(diagram, available);
        for (const { x, top, labelX, labelY } of lanes) {
          for (const place of [x, labelX]) expect(place >= 0 && place <= width).toBe(true);
          for (const place of [top, labelY]) expect(place > 0 && place < height).toBe(true);
        }
        for (const { x1, x2, y, labelX, labelY, label } of arrows) {
          for (const place of [x1, x2, labelX]) expect(place >= 0 && place <= width).toBe(true);
          expect(y > 0 && y < height).toBe(true);
          expect(labelY > 0 && labelY + (label.length - 1) * LINE_HEIGHT < height).toBe(true);
        }
      }),
    );
  });

  it('gives each message a place of its own, in their order', () => {
    fc.assert(
      fc.property(diagrams, fc.nat(270), (diagram, available) => {
        const { arrows, height } = layOutDiagram(diagram, available);
        arrows.forEach((arrow, index) => {
          expect(arrow.top).toBeGreaterThanOrEqual(
            (arrows[index - 1]?.top ?? 0) + (arrows[index - 1]?.height ?? 0),
          );
          expect(arrow.top + arrow.height).toBeLessThanOrEqual(height);
        });
      }),
    );
  });

  it.each([
    { width: 720, what: 'on the arrows', expected: { anchor: 'middle', labelX: 504 } },
    { width: 360, what: 'beside the lanes', expected: { anchor: 'start', labelX: 66 } },
  ])('puts the words $what at $width px', ({ width, expected }) => {
    expect(arrowOf('GET /', width)).toMatchObject({ ...expected, label: ['GET /'] });
  });

  it('puts the words beside the lanes where there are too many of these', () => {
    const lanes = ['page', 'Browser', 'a', 'b', 'c', 'd', 'e'];
    const { arrows } = layOutDiagram({ lanes, messages: [{ ...MESSAGE, label: 'GET /' }] }, 720);
    expect(arrows[0]?.anchor).toBe('start');
  });

  it('breaks words that are too wide for one line between two of them, and cuts the second line', () => {
    expect(arrowOf('200 · Access-Control-Allow-Origin names another origin · 80 ms', 320).label).toEqual([
      '200 · Access-Control-Allow-Origin names',
      'another origin · 80 ms',
    ]);
    expect(arrowOf('500 · no Access-Control-Allow-Origin · 45 ms', 300).label).toEqual([
      '500 · no Access-Control-Allow-Origin',
      '45 ms',
    ]);
    const [first = '', second = '', ...others] = arrowOf('x'.repeat(300), 320).label;
    expect([first.endsWith('…'), second.endsWith('…'), others.length]).toEqual([false, true, 0]);
  });

  it('breaks words that are much longer than their arrow, and leaves them their place', () => {
    const messages = ['200 · Access-Control-Allow-Origin names another origin · 80 ms', 'GET /'].map(
      (label) => ({
        ...MESSAGE,
        label,
      }),
    );
    const { arrows, height } = layOutDiagram({ lanes: LANES, messages }, 480);
    const [first, second] = arrows;
    expect(first?.label).toEqual(['200 · Access-Control-Allow-Origin', 'names another origin · 80 ms']);
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(22);
    expect((first?.y ?? 0) - (first?.labelY ?? 0)).toBe(5 + LINE_HEIGHT);
    expect(height).toBe((second?.y ?? 0) - 6 + 22 + 8);
  });

  it('begins at the beginning with a remark that may not fit into the picture', () => {
    const remarkOf = (label: string) =>
      layOutDiagram({ lanes: LANES, messages: [{ ...MESSAGE, to: 1, label }] }, 480).arrows[0];
    expect(remarkOf('W'.repeat(80))).toMatchObject({ anchor: 'start', labelX: 0 });
    expect(arrowOf('W'.repeat(5), 480)).toMatchObject({ anchor: 'middle' });
  });
});

describe('the room for a label', () => {
  it('is less for capital letters, and for those of East Asia', () => {
    expect(fitted('x'.repeat(80), 360)).toHaveLength(58);
    expect(fitted('X'.repeat(80), 360)).toHaveLength(45);
    expect(fitted('過'.repeat(80), 360)).toHaveLength(32);
  });

  it('is never more than there is, and what is wrapped loses only what is cut', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 700 }), (label, room) => {
        const lines = wrapped(label, room, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
        const text = lines.join('').replace(/…$/, '').replaceAll(' ', '');
        expect(label.replaceAll(' ', '').startsWith(text) || label.endsWith('…')).toBe(true);
      }),
    );
  });
});
