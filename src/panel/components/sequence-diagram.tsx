import { useId, useRef } from 'preact/hooks';
import { useElementSize } from '../hooks/use-element-size.ts';
import { strings } from '../strings.ts';
import { type DiagramVM, diagramSentences } from '../view-models/diagram.ts';
import { type ArrowLayout, LINE_HEIGHT, layOutDiagram } from '../view-models/diagram-layout.ts';
import { Section } from './section.tsx';

interface Props {
  readonly diagram: DiagramVM;
  readonly heading?: string;
}

/** What happened, as a picture, and as sentences for those who don't see it. */
export function SequenceDiagram({ diagram, heading = strings.diagram.heading }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const layout = layOutDiagram(diagram, width);
  return (
    <Section heading={heading}>
      <ol class="visually-hidden">
        {diagramSentences(diagram).map((sentence, index) => (
          // The sentences of one diagram never change their places.
          <li key={index}>{sentence}</li>
        ))}
      </ol>
      <div class="diagram" ref={frame}>
        <svg aria-hidden="true" width={layout.width} height={layout.height}>
          {layout.arrows.map(({ message, top, height }, index) =>
            message.breaks ? (
              // Messages never change their places.
              <rect class="break-band" key={index} y={top} width={layout.width} height={height} rx={3} />
            ) : null,
          )}
          {layout.lanes.map(({ x, top, label, labelX, labelY, anchor }, index) => (
            // Lanes never change their places.
            <g key={index}>
              <line class="lane" x1={x} x2={x} y1={top} y2={layout.height - 2} />
              <text class="lane-label" x={labelX} y={labelY} text-anchor={anchor}>
                {label}
              </text>
            </g>
          ))}
          {layout.arrows.map((arrow, index) => (
            // Messages never change their places.
            <Arrow key={index} arrow={arrow} />
          ))}
        </svg>
      </div>
    </Section>
  );
}

function Arrow({ arrow }: { readonly arrow: ArrowLayout }) {
  const { message, x1, x2, y } = arrow;
  const towards = Math.sign(x2 - x1);
  const tip = x2 - towards * (message.breaks ? 8 : 2);
  const title = useId();
  return (
    <g class={`arrow tone-${message.tone}${message.breaks ? ' breaks' : ''}`} aria-labelledby={title}>
      <title id={title}>{message.label}</title>
      <Label arrow={arrow} />
      {towards !== 0 && (
        <>
          <line
            x1={x1 + towards * 2}
            x2={tip - towards * 5}
            y1={y}
            y2={y}
            {...(message.dashed ? { 'stroke-dasharray': '3 3' } : {})}
          />
          <path class="arrow-head" d={`M${tip} ${y}l${-6 * towards} -3.5v7z`} />
        </>
      )}
      {message.breaks && <BreakMark x={x2} y={y} />}
    </g>
  );
}

function Label({ arrow: { label, labelX, labelY, anchor } }: { readonly arrow: ArrowLayout }) {
  return (
    <text text-anchor={anchor}>
      {label.map((line, index) => (
        // The lines of one label never change their places.
        <tspan key={index} x={labelX} y={labelY + index * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function BreakMark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g class="break-mark">
      <circle cx={x} cy={y} r={7} />
      <path d={`M${x - 2.5} ${y - 2.5}l5 5m0 -5l-5 5`} />
    </g>
  );
}
