import { agreementText } from '#agreements';
import type { OwnAgreement, Stored } from '#mentor-page';
import { AgreementBlocks } from '../agreements/agreement-blocks.js';
import type { FormValues } from '../form.js';
import { Card, DefinitionList, ErrorSummary, LinkButton, type FieldErrors, type Ui } from '../kit/index.js';
import { PhoneLink } from '../phone-link.js';
import { AgreementPause } from './agreement-pause.js';
import { MentorFrame } from './mentor-frame.js';

interface Props {
  readonly ui: Ui;
  readonly agreements: readonly OwnAgreement[];
  readonly stored: Stored;
  readonly today: string;
  /** The form that came back, and of which agreement. */
  readonly wrong?: { readonly agreementId?: string; readonly values: FormValues; readonly errors: FieldErrors };
}

/** The company's agreement in plain words, and everything that is kept about the mentor, to read and to take along. */
export const MentorStoredPage = ({ ui, agreements, stored, today, wrong }: Props) => (
  <MentorFrame ui={ui} part="/mentor/aftale" title={ui.t('mentorHome.menu.aftale')}>
    {agreements.length === 0 && <p>{ui.t('mentorStored.noAgreement')}</p>}
    <ErrorSummary ui={ui} errors={wrong?.errors ?? {}} labels={{ from: ui.t('mentorAgreement.from'), until: ui.t('mentorAgreement.until') }} />
    {agreements.map((agreement) => (
      <Card key={agreement.id} title={agreement.content.title}>
        <AgreementPause ui={ui} agreement={agreement} today={today} {...(wrong?.agreementId === agreement.id && { values: wrong.values, errors: wrong.errors })} />
        <details class="more-fields" open={agreements.length === 1}>
          <summary>{ui.t('mentorStored.read')}</summary>
          <AgreementBlocks ui={ui} text={agreementText(agreement.content, ui.lang)} />
        </details>
      </Card>
    ))}
    <Card title={ui.t('mentorStored.title')}>
      <p>{ui.t('mentorStored.lead')}</p>
      <DefinitionList facts={factsOf(ui, stored)} />
      <p>{ui.t('mentorStored.wrong')}</p>
      <LinkButton ui={ui} kind="secondary" href="/mentor/mine-oplysninger.json" download>
        {ui.t('mentorStored.export')}
      </LinkButton>
    </Card>
  </MentorFrame>
);

const factsOf = (ui: Ui, { mentor, pauses, training, trainees, requests, pulses }: Stored) => [
  { term: ui.t('field.name'), value: mentor.name },
  { term: ui.t('field.email'), value: mentor.email },
  { term: ui.t('field.phone'), value: mentor.phone && <PhoneLink phone={mentor.phone} /> },
  { term: ui.t('mentorStored.company'), value: [mentor.company, ...mentor.workplaces.filter((name) => name !== mentor.company)].join(', ') },
  { term: ui.t('mentorStored.since'), value: ui.formatDate(mentor.activeFrom) },
  { term: ui.t('mentorStored.trained'), value: mentor.trainedOn && ui.formatDate(mentor.trainedOn) },
  { term: ui.t('mentorStored.experience'), value: mentor.experience },
  { term: ui.t('mentorStored.strengths'), value: mentor.strengths },
  { term: ui.t('mentorStored.suits'), value: mentor.suits },
  { term: ui.t('mentorStored.counts'), value: ui.t('mentorStored.counts.text', { trainees: trainees.length, requests: requests.length, pulses: pulses.length, pauses: pauses.length, sessions: training.length }) },
];
