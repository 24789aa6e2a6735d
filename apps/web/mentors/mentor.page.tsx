import { type MentorPage } from '#mentors';
import { addDays } from '#platform';
import type { MentorTraining } from '#training';
import { modelNumber } from '../agreements/model-number.js';
import { companyHref } from '../companies/company-href.js';
import { DoneToast } from '../done-toast.js';
import type { FormValues } from '../form.js';
import { BackLink, Card, Columns, DefinitionList, ErrorSummary, LinkButton, ModelBadge, Page, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { PhoneLink } from '../phone-link.js';
import { EnrolmentState, SessionPlace, SessionState, sessionTime } from '../training/session-parts.js';
import { MailLink } from '../mail-link.js';
import { MentorStates, TrainedText } from './mentor-parts.js';
import { PauseForm, PausesCard } from './pauses-card.js';
import { WorkplacesCard } from './workplaces-card.js';

export interface MentorShown extends MentorPage {
  readonly training: MentorTraining;
  readonly possible: readonly Option[];
}

interface Props {
  readonly ui: Ui;
  readonly shown: MentorShown;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** A mentor as staff see one: how they stand, where and when they are there, whom they carry, pauses, training. */
export const StaffMentorPage = ({ ui, shown, values = {}, errors = {} }: Props) => {
  const { mentor } = shown;
  return (
    <Page
      ui={ui}
      title={mentor.name}
      lead={<MentorStates ui={ui} states={shown.states} />}
      toast={<DoneToast ui={ui} />}
      back={<BackLink href="/mentorer">{ui.t('mentors.title')}</BackLink>}
      actions={
        may(ui, 'mentors.write') && (
          <LinkButton ui={ui} kind="secondary" href={`/mentorer/${mentor.id}/ret`} icon="edit">
            {ui.t('form.edit')}
          </LinkButton>
        )
      }
    >
      <ErrorSummary ui={ui} errors={errors} />
      <Columns side>
        <div>
          <WorkplacesCard ui={ui} shown={shown} values={values} errors={errors} />
          <PausesCard ui={ui} shown={shown} errors={errors} />
          <TraineesCard ui={ui} shown={shown} />
          {may(ui, 'mentors.write') && <PauseForm ui={ui} mentorId={mentor.id} values={values} errors={errors} />}
        </div>
        <div>
          <FactsCard ui={ui} shown={shown} />
          <TrainingCard ui={ui} shown={shown} />
        </div>
      </Columns>
    </Page>
  );
};

const lines = (text: string | null) => text && <span class="kept-lines">{text}</span>;

const FactsCard = ({ ui, shown: { mentor, company, considerations, agreements } }: { readonly ui: Ui; readonly shown: MentorShown }) => (
  <Card title={ui.t('mentor.about')}>
    <DefinitionList
      facts={[
        { term: ui.t('companies.column.name'), value: <a href={companyHref(mentor.companyId, 'mentorer')}>{company}</a> },
        { term: ui.t('field.phone'), value: mentor.phone && <PhoneLink phone={mentor.phone} /> },
        { term: ui.t('field.email'), value: mentor.email && <MailLink email={mentor.email} /> },
        { term: ui.t('mentor.column.accepts'), value: ui.t('mentor.accepts', { n: mentor.accepts, has: mentor.trainees }) },
        { term: ui.t('field.weekdays'), value: mentor.weekdays.map((weekday) => ui.t(`weekday.${weekday}`)).join(', ') },
        { term: ui.t('field.language'), value: mentor.language === 'da' ? 'Dansk' : 'English' },
        { term: ui.t('field.experience'), value: lines(mentor.experience) },
        { term: ui.t('field.strengths'), value: lines(mentor.strengths) },
        { term: ui.t('field.suits'), value: lines(mentor.suits) },
        { term: ui.t('mentor.considerations'), value: considerations.join(', ') },
        {
          term: ui.t('company.tab.aftaler'),
          value: agreements.length > 0 && (
            <ul class="plain-list">
              {agreements.map(({ id, title, model }) => (
                <li key={id}>
                  <a href={`/aftaler/${id}`}>{title}</a> <ModelBadge ui={ui} model={modelNumber[model as keyof typeof modelNumber]} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  </Card>
);

const TraineesCard = ({ ui, shown: { trainees } }: { readonly ui: Ui; readonly shown: MentorShown }) => (
  <Card title={ui.t('mentor.trainees', { n: trainees.length })}>
    {trainees.length === 0 ? (
      <p class="muted">{ui.t('mentor.trainees.none')}</p>
    ) : (
      <ul class="plain-list">
        {trainees.map((trainee) => (
          <li key={trainee.placementId}>
            {ui.formatPeriod({ from: trainee.from, to: trainee.until })} · {trainee.agreementId ? <a href={`/aftaler/${trainee.agreementId}`}>{trainee.workplace}</a> : trainee.workplace}
          </li>
        ))}
      </ul>
    )}
  </Card>
);

const TrainingCard = ({ ui, shown: { mentor, training } }: { readonly ui: Ui; readonly shown: MentorShown }) => (
  <Card title={ui.t('mentor.column.trained')}>
    <p>
      <TrainedText ui={ui} {...mentor} />
    </p>
    <ul class="plain-list">
      {training.booked.map((each) => (
        <li key={each.id}>
          <a href={`/kurser/hold/${each.sessionId}`}>{each.session.courseName}</a>, {sessionTime(ui, each.session)} {each.session.cancelledAt ? <SessionState ui={ui} state={each.session.state} /> : <EnrolmentState ui={ui} enrolment={each} />}
          <br />
          <small class="muted">
            <SessionPlace ui={ui} session={each.session} />
          </small>
        </li>
      ))}
      {training.certificates.map(({ id, course, expiresOn }) => (
        <li key={id}>
          <a href={`/kurser/beviser/${id}`}>{ui.t('training.certificate.of', { course })}</a> <small class="muted">{ui.t('training.certificate.until', { date: ui.formatDate(addDays(expiresOn, -1)) })}</small>
        </li>
      ))}
    </ul>
    {training.booked.every(({ session }) => session.cancelledAt) && <a href="/kurser">{ui.t('mentor.training.find')}</a>}
  </Card>
);
