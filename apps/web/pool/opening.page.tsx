import type { PlanAdvice } from '#limits';
import type { CapReached, OpeningView, ReservationView } from '#openings';
import type { PlacementView, WhomToRing } from '#placements';
import { Alert, BackLink, Columns, ErrorSummary, LinkButton, Page, Toast, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { may } from '../may.js';
import { doneSentence } from '../ui-of-request.js';
import { KeeperActions } from './keeper-actions.js';
import { OpeningFacts } from './opening-facts.js';
import { PlacementsHere } from './placements-here.js';
import { PoolStatus } from './pool-status.js';
import { Queue } from './queue.js';
import { ReserveForm } from './reserve-form.js';
import type { ChosenCitizen } from './reserve-values.js';

/** A form on the page that came back with its errors. */
export interface Attempt {
  readonly form: 'reserve' | 'other';
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** The reservation whose yes would give its mentor more than the mentor accepts. */
  readonly over?: string;
}

export interface OpeningProps {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly queue: readonly ReservationView[];
  /** Where no mail can ask the mentor. */
  readonly ring?: WhomToRing;
  /** Who can be asked by mail instead. */
  readonly mentors: readonly Option[];
  readonly placements: readonly PlacementView[];
  readonly targetGroups: readonly Option[];
  readonly measures: readonly Option[];
  readonly sector?: string;
  readonly municipality?: string;
  /** What the rules say about the reservation as the form says it. */
  readonly advice?: PlanAdvice;
  /** The agreement holds no more at the workplace in those days: of the form, and of who is first in line. */
  readonly cap?: CapReached;
  readonly firstCap?: CapReached;
  readonly today: string;
  readonly userId: string | null;
  /** Just shared: how many colleagues can see it now. */
  readonly audience?: number;
  readonly attempt?: Attempt;
  /** The first day that was pointed at in the calendar. */
  readonly from?: string;
  /** One of the reader's own citizens, chosen for the reservation. */
  readonly citizen?: ChosenCitizen;
}

/** One opening: what it is, who waits for it, and what can be done. */
export const OpeningPage = (props: OpeningProps) => {
  const { ui, opening, attempt, today } = props;
  return (
    <Page
      ui={ui}
      title={opening.workplaceName}
      lead={[opening.companyName !== opening.workplaceName && opening.companyName, opening.town].filter(Boolean).join(' · ')}
      back={<BackLink href="/puljen">{ui.t('poolPage.title')}</BackLink>}
      toast={<Done {...props} />}
      aboutCitizen
      actions={
        canReserve(props) && (
          <LinkButton ui={ui} href="#reserver">
            {ui.t(opening.taken < opening.places ? 'reserve.jump' : 'reserve.submit.queue')}
          </LinkButton>
        )
      }
    >
      <Standing {...props} />
      {attempt?.form === 'other' && <ErrorSummary ui={ui} errors={attempt.errors} />}
      <Columns side>
        <div>
          <OpeningFacts ui={ui} opening={opening} today={today} sector={props.sector} municipality={props.municipality} />
          {may(ui, 'reservations.read') && (
            <Queue ui={ui} openingId={opening.id} companyId={opening.companyId} reservations={props.queue} ring={props.ring} mentors={props.mentors} mayAnswer={opening.sharedBy === props.userId} isManager={ui.viewer?.roles.includes('manager') ?? false} mayAgree={!opening.slotId && may(ui, 'agreements.write')} over={attempt?.over} cap={props.firstCap} />
          )}
          {props.placements.length > 0 && <PlacementsHere ui={ui} openingId={opening.id} placements={props.placements} today={today} />}
        </div>
        <div>
          {canReserve(props) && (
            <ReserveForm ui={ui} opening={opening} targetGroups={props.targetGroups} measures={props.measures} advice={props.advice} cap={props.cap} today={today} from={props.from} citizen={props.citizen} {...(attempt?.form === 'reserve' && { values: attempt.values, errors: attempt.errors })} />
          )}
          {may(ui, 'openings.write') && !opening.slotId && !opening.withdrawnAt && (
            <KeeperActions ui={ui} opening={opening} userId={props.userId} reserved={props.queue.length > 0} />
          )}
        </div>
      </Columns>
    </Page>
  );
};

const isOver = ({ opening, today }: OpeningProps): boolean => Boolean(opening.withdrawnAt) || (opening.expiresOn !== null && opening.expiresOn <= today);
const canReserve = (props: OpeningProps): boolean => may(props.ui, 'reservations.write') && Boolean(props.opening.publishedAt) && !isOver(props);

const Standing = (props: OpeningProps) => {
  const { ui, opening, queue, today } = props;
  if (opening.withdrawnAt) return <Alert ui={ui} kind="info" heading={ui.t('opening.withdrawn', { when: ui.formatDateTime(opening.withdrawnAt) })}>{opening.withdrawnReason}</Alert>;
  if (opening.heldUntil) return <Alert ui={ui} kind="info" heading={ui.t('opening.held', { when: ui.formatDateTime(opening.heldUntil) })}>{ui.t('opening.held.text')}</Alert>;
  if (isOver(props)) return <Alert ui={ui} kind="info">{ui.t('opening.over', { date: ui.formatDate(opening.expiresOn ?? today) })}</Alert>;
  const first = queue.filter(({ position }) => position === 0).length;
  const row = { ...opening, model: opening.model as 'standing' | null, free: Math.min(opening.places - opening.taken, opening.capLeft ?? Infinity), reserved: first, queue: queue.length - first };
  return (
    <p class="standing">
      <PoolStatus ui={ui} row={row} today={today} />
    </p>
  );
};

/** What the last form did. After sharing it can be undone, and the draft on the phone is forgotten. */
const Done = ({ ui, opening, audience }: OpeningProps) => {
  if (audience !== undefined) {
    return (
      <Toast ui={ui} undo={{ action: `/puljen/${opening.id}/fortryd` }} draftDone="share">
        {opening.heldUntil ? ui.t('share.done.held', { when: ui.formatDateTime(opening.heldUntil) }) : ui.t.n('share.done', audience)}
      </Toast>
    );
  }
  const sentence = doneSentence(ui);
  return sentence ? <Toast ui={ui}>{sentence}</Toast> : null;
};
