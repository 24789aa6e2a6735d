import { goalDays, type CourseView } from '#courses';
import { addDays } from '#platform';
import { Card, ProgressBar, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
}

/** The 13 consecutive weeks: how far, from when, by which rule. */
export const ThirteenWeeks = ({ ui, course }: Props) => {
  const { current, longest } = course.thirteenWeeks;
  const days = current?.days ?? 0;
  return (
    <Card title={ui.t('weeks13.title')} id="uger">
      <ProgressBar id="weeks13" label={ui.t('weeks13.now')} value={Math.min(days, goalDays)} max={goalDays} text={`${lengthOf(ui, days)} · ${ui.t.n('weeks13.days', days)}`} />
      {current && <p>{ui.t('weeks13.period', { from: ui.formatDate(current.from), to: ui.formatDate(addDays(current.to, -1)) })}</p>}
      <Reached ui={ui} course={course} />
      {longest && longest.days > days && (
        <p>{ui.t('weeks13.longest', { length: lengthOf(ui, longest.days), from: ui.formatDate(longest.from), to: ui.formatDate(addDays(longest.to, -1)) })}</p>
      )}
      <p class="muted">{ui.t('weeks13.rule', { days: course.gapDays })}</p>
    </Card>
  );
};

const Reached = ({ ui, course }: Props) => {
  const { reachedOn, expectedOn } = course.thirteenWeeks;
  if (reachedOn) return <p>{ui.t('weeks13.reached', { date: ui.formatDate(reachedOn) })}</p>;
  if (expectedOn) return <p>{ui.t('weeks13.expected', { date: ui.formatDate(expectedOn) })}</p>;
  return falls(course) ? <p>{ui.t('weeks13.unreached')}</p> : null;
};

/** Something is planned or under way, and it is not enough. While nobody has said whether the citizen came, that is not known. */
const falls = ({ closedOn, segments }: CourseView): boolean =>
  closedOn === null && segments.some(({ state }) => state === 'planned' || state === 'running') && !segments.some(({ state }) => state === 'awaiting');

/** '7 uger og 3 dage' */
const lengthOf = (ui: Ui, days: number): string =>
  [Math.floor(days / 7), days % 7].map((count, index) => ui.t.n(index === 0 ? 'weeks13.weeks' : 'weeks13.rest', count)).join(` ${ui.t('weeks13.and')} `);
