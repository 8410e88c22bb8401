import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Consultation, Step, StepNumber } from '@lpse-konsultasi/form-schema';
import type { ProcedureTexts } from '../locales/procedure.js';
import { placeOf } from './place.js';

/** The grid of the drawing, in its own units. */
const row = 96;
const top = 72;
const lane = { penggunaSpse: 110, bidangLayananDanDukungan: 330 } as const;
const second = 470;
const width = 580;
const half = { x: 62, y: 26 } as const;

interface Node {
  readonly step: Step;
  readonly x: number;
  readonly y: number;
}

/**
 * The flowchart of the SOP as the regulation on SOPs draws it: a capsule begins and ends, a box is an activity, a
 * diamond a decision, arrows lead on. Two lanes, one for each of the document's actors. It is made of the steps alone;
 * a step that a decision sends elsewhere stands beside its row.
 */
export function renderFlowchart(
  steps: readonly Step[],
  consultation: Consultation | undefined,
  texts: ProcedureTexts,
): SVGTemplateResult {
  const nodes = layout(steps);
  const height = top + rowsOf(nodes) * row + 24;
  return svg`
    <svg
      class="chart"
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path class="tip" d="M0 0 L10 5 L0 10 z"></path>
        </marker>
      </defs>
      <rect class="lane" x="1" y="1" width="219" height=${height - 2}></rect>
      <rect class="lane" x="220" y="1" width=${width - 221} height=${height - 2}></rect>
      <text class="lane-name" x="110" y="24">${texts.user}</text>
      <text class="lane-name" x="400" y="24">${texts.office}</text>
      ${nodes.map((node) => renderArrows(node, nodes, texts))}
      ${nodes.map((node) => renderNode(node, consultation))}
    </svg>
  `;
}

/** The step of a decision's "no" stands beside the step of its "yes"; everything else goes down. */
function layout(steps: readonly Step[]): readonly Node[] {
  const beside = new Map<StepNumber, StepNumber>();
  for (const { next } of steps) if ('ya' in next) beside.set(next.tidak, next.ya);
  const nodes: Node[] = [];
  let line = 0;
  const rowAt = new Map<StepNumber, number>();
  for (const step of steps) {
    const partner = beside.get(step.no);
    const shared = [...beside].find(([, yes]) => yes === step.no)?.[0];
    const known = rowAt.get(partner ?? shared ?? step.no);
    const at = known ?? line++;
    rowAt.set(step.no, at);
    const x = partner === undefined ? lane[step.actor] : second;
    nodes.push({ step, x, y: top + at * row + row / 2 });
  }
  return nodes;
}

function rowsOf(nodes: readonly Node[]): number {
  return new Set(nodes.map(({ y }) => y)).size;
}

function renderArrows(from: Node, nodes: readonly Node[], texts: ProcedureTexts): unknown {
  const { next } = from.step;
  const targets = 'ya' in next ? [next.ya, next.tidak] : next;
  return targets.map((no, index) => {
    const to = nodes.find(({ step }) => step.no === no);
    if (to === undefined) return nothing;
    const label = 'ya' in next ? (index === 0 ? texts.yes : texts.no2) : '';
    const line = pathOf(from, to);
    return svg`
      <path class="arrow" d=${line.d} marker-end="url(#arrow)"></path>
      ${label === '' ? nothing : svg`<text class="answer" x=${line.x} y=${line.y}>${label}</text>`}
    `;
  });
}

/** Straight down, sideways and down, or up along the outside when it leads back. */
function pathOf(from: Node, to: Node): { d: string; x: number; y: number } {
  const [fromSide, toSide] = [from.x + half.x, to.x + half.x];
  if (to.y < from.y) {
    const edge = width - 14;
    return {
      d: `M${fromSide} ${from.y} H${edge} V${to.y - half.y - 14} H${to.x} V${to.y - half.y}`,
      x: fromSide + 6,
      y: from.y - 6,
    };
  }
  const isSideways = to.x > from.x && from.step.kind === 'keputusan';
  if (isSideways)
    return {
      d: `M${fromSide} ${from.y} H${to.x} V${to.y - half.y}`,
      x: fromSide + 6,
      y: from.y - 6,
    };
  const [start, end] = [from.y + half.y, to.y - half.y];
  const bend = (start + end) / 2;
  return from.x === to.x
    ? { d: `M${from.x} ${start} V${end}`, x: from.x + 6, y: start + 16 }
    : toSide < from.x || to.x < from.x
      ? { d: `M${from.x} ${start} V${bend} H${to.x} V${end}`, x: from.x - 30, y: bend - 4 }
      : { d: `M${from.x} ${start} V${bend} H${to.x} V${end}`, x: from.x + 6, y: bend - 4 };
}

function renderNode(
  { step, x, y }: Node,
  consultation: Consultation | undefined,
): SVGTemplateResult {
  const { state, runs } = placeOf(consultation, step.no);
  const mark = state === 'done' ? '✓' : state === 'current' ? '▶' : '';
  return svg`
    <g class="node ${state}">
      ${shapeOf(step, x, y)}
      <text x=${x} y=${y + 5}>${mark === '' ? '' : `${mark} `}${step.no}${runs > 1 ? ` ×${runs}` : ''}</text>
    </g>
  `;
}

function shapeOf({ kind, no }: Step, x: number, y: number): SVGTemplateResult {
  const [left, right, up, down] = [x - half.x, x + half.x, y - half.y, y + half.y];
  if (kind === 'keputusan')
    return svg`<path class="shape" d="M${left} ${y} L${x} ${up} L${right} ${y} L${x} ${down} z"></path>`;
  const isEnd = kind === 'akhir' || no === 1;
  return svg`<rect class="shape" x=${left} y=${up} width=${half.x * 2} height=${half.y * 2} rx=${isEnd ? half.y : 2}></rect>`;
}
