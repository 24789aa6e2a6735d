import { drawStaircase, standsOn, type DrawnStep, type Staircase } from '#courses';
import type { Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly staircase: Staircase;
  readonly name: string;
}

/** The staircase with the citizen on it: a picture to look at together. What it shows is said in words beside it. */
export const StaircaseDrawing = ({ ui, staircase, name }: Props) => {
  const { steps, taken } = staircase;
  const now = standsOn(taken);
  const { width, height, steps: drawn } = drawStaircase(steps.map(({ nameDa, nameEn }) => (ui.lang === 'da' ? nameDa : nameEn)));
  return (
    <svg class="staircase" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="staircase-title">
      <title id="staircase-title">{titleOf(ui, staircase, name)}</title>
      {drawn.map((step, index) => {
        const { id = '' } = steps[index] ?? {};
        const been = taken.some(({ stepId }) => stepId === id);
        return <Step key={id} step={step} look={id === now?.stepId ? 'step-now' : been ? 'step-been' : 'step-ahead'} />;
      })}
    </svg>
  );
};

const Step = ({ step: { x, y, width, height, lines }, look }: { readonly step: DrawnStep; readonly look: string }) => (
  <g class={look}>
    <rect x={x} y={y} width={width} height={height} />
    <text x={x + 12} y={y + (lines.length === 1 ? 32 : 23)}>
      {lines.map((line, index) => (
        <tspan key={line} x={x + 12} dy={index === 0 ? 0 : 17}>
          {line}
        </tspan>
      ))}
    </text>
    {look === 'step-now' && <Person x={x + width - 20} y={y + 8} />}
  </g>
);

/** Head and shoulders, 16 wide and 34 high. */
const Person = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <g class="step-person">
    <circle cx={x} cy={y + 7} r="7" />
    <path d={`M${x - 10} ${y + 36}v-8a10 10 0 0 1 20 0v8z`} />
  </g>
);

function titleOf(ui: Ui, { steps, taken }: Staircase, name: string): string {
  const now = standsOn(taken);
  if (!now) return ui.t('staircase.picture.none', { n: steps.length, name });
  const number = steps.findIndex(({ id }) => id === now.stepId) + 1;
  return ui.t('staircase.picture', { n: steps.length, name, number, step: ui.lang === 'da' ? now.nameDa : now.nameEn });
}
