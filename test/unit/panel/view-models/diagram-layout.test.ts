import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagramVM } from '../../../../src/panel/view-models/diagram.ts';
import { layOutDiagram } from '../../../../src/panel/view-models/diagram-layout.ts';

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

describe('layOutDiagram', () => {
  it('keeps everything inside the picture, at any width', () => {
    fc.assert(
      fc.property(diagrams, fc.nat(3000), (diagram, available) => {
        const { width, height, lanes, arrows } = layOutDiagram(diagram, available);
        for (const { x } of lanes) expect(x >= 0 && x <= width).toBe(true);
        for (const { x1, x2, y } of arrows) {
          expect(Math.min(x1, x2)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x1, x2)).toBeLessThanOrEqual(width);
          expect(y > 0 && y < height).toBe(true);
        }
      }),
    );
  });

  it('leaves more room to capital letters', () => {
    const message = { from: 0, to: 1, tone: 'plain', dashed: false, breaks: false } as const;
    const lengthOf = (label: string) =>
      layOutDiagram({ lanes: ['page', 'Browser'], messages: [{ ...message, label }] }, 360).arrows[0]?.label
        .length;
    expect(lengthOf('x'.repeat(80))).toBe(58);
    expect(lengthOf('X'.repeat(80))).toBe(45);
  });

  it('begins at the beginning with what may not fit', () => {
    const message = { from: 1, to: 2, tone: 'plain', dashed: false, breaks: false } as const;
    const placed = (length: number) =>
      layOutDiagram(
        { lanes: ['page', 'Browser', 'server'], messages: [{ ...message, label: 'W'.repeat(length) }] },
        360,
      ).arrows[0];
    expect(placed(80)).toMatchObject({ anchor: 'start', labelX: 0 });
    expect(placed(25)).toMatchObject({ anchor: 'end', labelX: 360 });
    expect(placed(5)).toMatchObject({ anchor: 'middle' });
  });

  it('cuts a label that is wider than the picture', () => {
    const message = { from: 0, to: 1, tone: 'plain', dashed: false, breaks: false } as const;
    const { arrows } = layOutDiagram(
      {
        lanes: ['page', 'Browser'],
        messages: [
          { ...message, label: 'x'.repeat(300) },
          { ...message, label: 'short' },
        ],
      },
      320,
    );
    expect(arrows[0]?.label.endsWith('…')).toBe(true);
    expect(arrows[1]?.label).toBe('short');
  });
});
