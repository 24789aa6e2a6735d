import type { CapReached, ReservationView } from '#openings';
import type { WhomToRing } from '#placements';
import { companyHref } from '../companies/company-href.js';
import { reservationSheetHref } from '../limits/limits-href.js';
import { PhoneLink } from '../phone-link.js';
import { Alert, Badge, Button, ButtonRow, Card, Empty, Form, PostButton, Select, TextInput, type Option, type Tone, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly openingId: string;
  readonly companyId: string;
  readonly reservations: readonly ReservationView[];
  /** Who is to be asked by telephone, where no mail can be sent. */
  readonly ring?: WhomToRing;
  /** Who can be asked by mail instead. */
  readonly mentors: readonly Option[];
  /** May write down what the company answered on any of them. */
  readonly mayAnswer: boolean;
  readonly isManager: boolean;
  /** A yes here may bear a match-driven agreement: the place belongs to none. */
  readonly mayAgree: boolean;
  /** The reservation whose yes would give its mentor more than the mentor accepts. */
  readonly over?: string;
  /** A yes to the first would be refused: the agreement holds no more at the workplace. */
  readonly cap?: CapReached;
}

/** Who is first and who waits: target group and reason, never the person. One's own carry their reference. */
export const Queue = (props: Props) => (
  <Card id="koe" title={props.ui.t('queue.title')}>
    {props.reservations.length === 0 ? (
      <Empty title={props.ui.t('queue.none')}>{props.ui.t('queue.none.text')}</Empty>
    ) : (
      <ol class="queue no-max-width">
        {props.reservations.map((reservation) => (
          <Waiting key={reservation.id} {...props} reservation={reservation} />
        ))}
      </ol>
    )}
  </Card>
);

const Waiting = ({ ui, openingId, companyId, ring, mentors, reservation, mayAnswer, isManager, mayAgree, over, cap }: Props & { readonly reservation: ReservationView }) => {
  const path = `/puljen/${openingId}/reservationer/${reservation.id}`;
  const first = reservation.position === 0;
  const others = mentors.filter(({ value }) => value !== reservation.mentorId);
  return (
    <li class={reservation.mine ? 'mine' : undefined}>
      <p class="queue-head">
        <Badge tone={first ? 'warn' : 'neutral'}>{first ? ui.t('queue.first') : ui.t('queue.number', { n: reservation.position ?? 0 })}</Badge>
        <strong>{reservation.targetGroupName}</strong>
        {reservation.citizenRef && <span>{ui.t('queue.ref', { ref: reservation.citizenRef })}</span>}
        <AnswerState ui={ui} reservation={reservation} />
      </p>
      <p>{reservation.reason}</p>
      <p class="muted">
        {[ui.formatPeriod({ from: reservation.from, to: reservation.until }), ui.formatHours(reservation.minutesPerWeek), ui.t('queue.by', { name: reservation.reservedByName }), ui.t('queue.expires', { when: ui.formatDateTime(reservation.expiresAt) })].join(' · ')}
      </p>
      {cap && first && <CapNote ui={ui} cap={cap} />}
      {reservation.callbackAt && first && (reservation.mentorName || reservation.mentorPhone) && <CallBack ui={ui} reservation={reservation} />}
      {ring && first && !reservation.mentorAsked && <Ring ui={ui} ring={ring} companyId={companyId} />}
      {first && mayAgree && <BornWithTheYes ui={ui} path={path} reservation={reservation} />}
      <p>
        <a href={reservationSheetHref(reservation.id)}>{ui.t('vitas.link')}</a>
      </p>
      <div class="queue-actions">
        {first && (mayAnswer || reservation.mine || isManager) && (
          <>
            <AnswerForms ui={ui} path={path} mayAgree={mayAgree} mentors={over === reservation.id ? mentors : undefined} />
            {others.length > 0 && <AskAnother ui={ui} path={path} mentors={others} />}
          </>
        )}
        {reservation.mine && (
          <PostButton ui={ui} kind="secondary" small action={`${path}/traek`}>
            {ui.t('queue.withdraw')}
          </PostButton>
        )}
        {!reservation.mine && isManager && <TakeBack ui={ui} path={path} name={reservation.reservedByName} />}
      </div>
    </li>
  );
};

const CapNote = ({ ui, cap: { cap } }: { readonly ui: Ui; readonly cap: CapReached }) => (
  <Alert ui={ui} kind="warning">
    {ui.t.n('reserve.cap', cap)}
  </Alert>
);

/** The match-driven agreement that waits for the yes, or the way to one where the mentor answers by the link. */
const BornWithTheYes = ({ ui, path, reservation: { agreement, mentorAsked } }: { readonly ui: Ui; readonly path: string; readonly reservation: ReservationView }) => {
  if (!agreement && !mentorAsked) return null;
  return (
    <p>
      {agreement && ui.t.n('match.planned', agreement.followUpWeeks)} <a href={`${path}/aftale`}>{ui.t(agreement ? 'match.planned.edit' : 'match.ready')}</a>
    </p>
  );
};

/** Whom to ring, as the mentor asked. */
const CallBack = ({ ui, reservation: { mentorName, mentorPhone } }: { readonly ui: Ui; readonly reservation: ReservationView }) => (
  <p>
    {ui.t('queue.call.whom', { name: mentorName || ui.t('queue.call.mentor') })} {mentorPhone && <PhoneLink phone={mentorPhone} />}
  </p>
);

/** Nobody was asked by mail: why, and whom to ring instead. */
const Ring = ({ ui, ring: { mentorName, name, phone }, companyId }: { readonly ui: Ui; readonly ring: WhomToRing; readonly companyId: string }) => (
  <p>
    {mentorName ? ui.t('queue.ring.noMail', { name: mentorName }) : ui.t('queue.ring.noMentor')}{' '}
    {phone ? (
      <>
        {ui.t('queue.call.whom', { name: name ?? '' })} <PhoneLink phone={phone} />
      </>
    ) : (
      <a href={companyHref(companyId, 'kontakter')}>{ui.t('queue.ring.nobody')}</a>
    )}
  </p>
);

const AnswerState = ({ ui, reservation }: { readonly ui: Ui; readonly reservation: ReservationView }) => {
  if (reservation.position !== 0) return null;
  const [tone, text]: readonly [Tone, string] = reservation.callbackAt
    ? ['bad', ui.t('queue.call')]
    : reservation.mentorAsked
      ? ['info', ui.t('queue.asked')]
      : ['neutral', ui.t('queue.notAsked')];
  return <Badge tone={tone}>{text}</Badge>;
};

/** As when the mentor who was asked has stopped. */
const AskAnother = ({ ui, path, mentors }: { readonly ui: Ui; readonly path: string; readonly mentors: readonly Option[] }) => (
  <details class="answer-forms">
    <summary>{ui.t('queue.askAnother')}</summary>
    <Form ui={ui} action={`${path}/mentor`} class="one-line">
      <Select ui={ui} name="mentorId" id={`mentor-${path.slice(-36)}`} label={ui.t('queue.askAnother.mentor')} options={mentors} />
      <Button ui={ui} kind="secondary" small>
        {ui.t('queue.askAnother.send')}
      </Button>
    </Form>
  </details>
);

/** A colleague's reservation: the one who made it is told who took it back, and why. */
const TakeBack = ({ ui, path, name }: { readonly ui: Ui; readonly path: string; readonly name: string }) => (
  <details class="answer-forms">
    <summary>{ui.t('queue.withdraw')}</summary>
    <Form ui={ui} action={`${path}/traek`} class="one-line">
      <TextInput ui={ui} name="reason" id={`take-back-${path.slice(-36)}`} label={ui.t('queue.takeBack.reason', { name })} maxLength={500} required />
      <Button ui={ui} kind="secondary" small>
        {ui.t('queue.withdraw')}
      </Button>
    </Form>
  </details>
);

interface AnswerProps {
  readonly ui: Ui;
  readonly path: string;
  readonly mayAgree: boolean;
  /** The mentor has no room: who else there is. */
  readonly mentors?: readonly Option[];
}

/** What the company said by telephone or at a visit. */
const AnswerForms = ({ ui, path, mayAgree, mentors }: AnswerProps) => (
  <details class="answer-forms" open={mentors !== undefined}>
    <summary>{ui.t('queue.answer')}</summary>
    {mentors ? (
      <OverLimit ui={ui} path={path} mentors={mentors} />
    ) : (
      <PostButton ui={ui} icon="check" small action={`${path}/ja`}>
        {ui.t('queue.accept')}
      </PostButton>
    )}
    {mayAgree && <a href={`${path}/aftale`}>{ui.t('match.agree')}</a>}
    <Form ui={ui} action={`${path}/nej`} class="one-line">
      <TextInput ui={ui} name="reason" id={`reason-${path.slice(-36)}`} label={ui.t('queue.decline.reason')} maxLength={500} required />
      <Button ui={ui} kind="secondary" small>
        {ui.t('queue.decline')}
      </Button>
    </Form>
  </details>
);

/** The yes again, where the mentor has no room: another mentor, or why it has to be this one. */
const OverLimit = ({ ui, path, mentors }: { readonly ui: Ui; readonly path: string; readonly mentors: readonly Option[] }) => (
  <Form ui={ui} action={`${path}/ja`}>
    {mentors.length > 0 && <Select ui={ui} name="mentorId" id={`other-${path.slice(-36)}`} label={ui.t('queue.over.mentor')} options={mentors} empty={ui.t('queue.over.same')} />}
    <TextInput ui={ui} name="overLimitReason" id={`over-${path.slice(-36)}`} label={ui.t('queue.over.reason')} hint={ui.t('queue.over.reason.hint')} maxLength={300} optional />
    <ButtonRow>
      <Button ui={ui} icon="check" small>
        {ui.t('queue.accept')}
      </Button>
    </ButtonRow>
  </Form>
);
