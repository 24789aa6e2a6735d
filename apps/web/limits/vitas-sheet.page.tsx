import { phoneText } from '#dictionary';
import type { VitasSheet } from '#limits';
import { DoneToast } from '../done-toast.js';
import { fieldsOf, listOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { Alert, BackLink, Button, ButtonRow, Card, Checkboxes, DateField, DefinitionList, ErrorSummary, Form, Page, PrintButton, TextInput, type Fact, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { StaleEdit, type CrossedField } from '../stale-edit.js';
import { MailAddress } from '../mail-link.js';
import { placementSheetHref, workplaceLimitsHref } from './limits-href.js';
import { additionalityFacts, durationWords, earlierWords, employeesWords, grantWords, limitAdvice, rampText } from './limits-words.js';

export interface VitasSheetProps {
  readonly ui: Ui;
  readonly sheet: VitasSheet;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** To where the sheet was asked for: the placement, or the opening a place is reserved on. */
const Back = ({ ui, sheet: { of, id, openingId } }: Pick<VitasSheetProps, 'ui' | 'sheet'>) =>
  of === 'placement' ? <BackLink href={`/kalender/placeringer/${id}`}>{ui.t('vitas.back.placement')}</BackLink> : openingId && <BackLink href={`/puljen/${openingId}`}>{ui.t('vitas.back')}</BackLink>;

/** What an application in VITAS asks for, to copy from or print; on a placement, the grant as it comes back. */
export const VitasSheetPage = (props: VitasSheetProps) => {
  const { ui, sheet, errors = {}, crossed } = props;
  return (
    <Page
      ui={ui}
      layout="narrow"
      title={ui.t('vitas.title')}
      lead={[sheet.workplaceName, ui.formatPeriod({ from: sheet.from, to: sheet.until })].join(' · ')}
      back={<Back ui={ui} sheet={sheet} />}
      toast={<DoneToast ui={ui} />}
      actions={sheet.needsGrant && <PrintButton ui={ui} />}
    >
      {crossed ? <StaleEdit ui={ui} fields={crossed} /> : <ErrorSummary ui={ui} errors={errors} />}
      {sheet.needsGrant ? (
        <Application ui={ui} sheet={sheet} />
      ) : (
        <Alert ui={ui} kind="info" heading={ui.t('vitas.noGrant')}>
          {ui.t('vitas.noGrant.text', { measure: sheet.measureName })}
        </Alert>
      )}
      {sheet.of === 'placement' && sheet.seesCitizen && (sheet.needsGrant || sheet.grant) && <GrantCard {...props} />}
    </Page>
  );
};

const Application = ({ ui, sheet }: Pick<VitasSheetProps, 'ui' | 'sheet'>) => (
  <>
    <p class="muted">{ui.t('vitas.lead')}</p>
    <Card title={ui.t('vitas.company')}>
      <DefinitionList facts={companyFacts(ui, sheet)} />
    </Card>
    <Card title={ui.t('vitas.measure')}>
      <DefinitionList facts={measureFacts(ui, sheet)} />
      <h3>{ui.t('vitas.text')}</h3>
      <pre class="copy-text">{vitasText(ui, sheet)}</pre>
    </Card>
    <Advice ui={ui} sheet={sheet} />
  </>
);

const Employer = ({ name, email, phone }: NonNullable<VitasSheet['employer']>) => (
  <>
    {name}
    {email && <>, <MailAddress email={email} /></>}
    {phone && `, ${phoneText(phone)}`}
  </>
);

/** Lines to write on by hand, as long as there is room for. */
const FillIn = ({ words }: { readonly words: readonly string[] }) => (
  <>
    {words.map((word) => (
      <span key={word} class="fill-in">
        {word}
      </span>
    ))}
  </>
);

const companyFacts = (ui: Ui, sheet: VitasSheet): Fact[] => [
  { term: ui.t('vitas.companyName'), value: [sheet.companyName, sheet.workplaceName !== sheet.companyName && sheet.workplaceName].filter(Boolean).join(', ') },
  { term: ui.t('vitas.cvr'), value: sheet.cvr ?? ui.t('vitas.missing') },
  { term: ui.t('vitas.pNumber'), value: sheet.pNumber ?? ui.t('vitas.missing') },
  { term: ui.t('vitas.address'), value: sheet.address },
  { term: ui.t('vitas.employer'), value: sheet.employer ? <Employer {...sheet.employer} /> : ui.t('vitas.missing') },
  { term: ui.t('vitas.representative'), value: <FillIn words={[ui.t('vitas.representative.name'), ui.t('vitas.representative.reach')]} /> },
  {
    term: ui.t('vitas.employees'),
    value: (
      <>
        {employeesWords(ui, sheet.limits)} <a href={workplaceLimitsHref(sheet.limits.workplaceId)}>{ui.t('limits.title')}</a>
      </>
    ),
  },
  { term: ui.t('vitas.mentor'), value: sheet.mentorName },
];

const measureFacts = (ui: Ui, sheet: VitasSheet): Fact[] => [
  { term: ui.t('vitas.measureType'), value: sheet.measureName },
  { term: ui.t('vitas.targetGroup'), value: sheet.targetGroupName },
  { term: ui.t('vitas.period'), value: ui.formatPeriod({ from: sheet.from, to: sheet.until }) },
  { term: ui.t('vitas.hours'), value: ui.t('vitas.hours.text', { hours: ui.formatHours(sheet.hours.highest) }) },
  { term: ui.t('vitas.workingTime'), value: sheet.attendance ?? ui.t('vitas.workingTime.missing') },
  { term: ui.t('vitas.tasks'), value: sheet.tasks },
  { term: ui.t('vitas.purpose'), value: sheet.purpose ?? ui.t(sheet.seesCitizen ? 'vitas.purpose.missing' : 'vitas.purpose.hidden') },
  { term: ui.t('vitas.citizen'), value: sheet.citizenRef },
];

/** The free-text field: tasks, purpose, when, and how the hours rise, as VITAS knows one number of hours only. */
export function vitasText(ui: Ui, { tasks, purpose, attendance, hours }: VitasSheet): string {
  const lines = [
    tasks && ui.t('vitas.text.tasks', { text: tasks }),
    purpose && ui.t('vitas.text.purpose', { text: purpose }),
    attendance && ui.t('vitas.text.workingTime', { text: attendance }),
    hours.steps.length > 1 ? ui.t('vitas.text.ramp', { highest: ui.formatHours(hours.highest), ramp: rampText(ui, hours.steps) }) : ui.t('vitas.text.hours', { hours: ui.formatHours(hours.highest) }),
  ];
  return lines.filter(Boolean).join('\n');
}

const Advice = ({ ui, sheet }: { readonly ui: Ui; readonly sheet: VitasSheet }) => {
  const beyond = sheet.checked && sheet.of === 'reservation' ? limitAdvice(ui, sheet.limits, sheet.hours.highest) : undefined;
  return (
    <Card title={ui.t('vitas.rules')}>
      {beyond && <Alert ui={ui} kind="warning">{beyond}</Alert>}
      {[...durationWords(ui, sheet.duration), ...earlierWords(ui, sheet.earlier), ...additionalityWords(ui, sheet)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="muted">{ui.t('limits.isAdvice')}</p>
    </Card>
  );
};

const additionalityWords = (ui: Ui, { additionality }: VitasSheet): string[] =>
  additionality ? [ui.t('advice.additionality', { outcome: ui.t(`additionality.${additionality.outcome}`) }), additionalityFacts(ui, additionality)] : [];

const TooShort = ({ ui, sheet: { grant, grantStanding, from, until } }: Pick<VitasSheetProps, 'ui' | 'sheet'>) =>
  grant && grantStanding === 'short' ? (
    <Alert ui={ui} kind="warning">
      {ui.t('grant.short', { grant: grantWords(ui, grant), period: ui.formatPeriod({ from, to: until }) })}
    </Alert>
  ) : null;

const GrantCard = ({ ui, sheet, values, version, errors = {} }: VitasSheetProps) => {
  const field = fieldsOf(ui, values, errors);
  if (!may(ui, 'placements.write')) {
    return (
      <Card title={ui.t('grant.title')}>
        <TooShort ui={ui} sheet={sheet} />
        <p>{sheet.grant ? grantWords(ui, sheet.grant) : ui.t('grant.none')}</p>
      </Card>
    );
  }
  return (
    <Card title={ui.t('grant.title')} id="bevilling">
      <TooShort ui={ui} sheet={sheet} />
      <p class="muted">{ui.t('grant.text')}</p>
      <Form ui={ui} action={`${placementSheetHref(sheet.id)}/bevilling`} fields={{ version }}>
        <TextInput {...field('grantNumber')} maxLength={40} width="m" autocomplete="off" optional />
        <div class="short-fields">
          <DateField {...field('grantFrom')} optional />
          <DateField {...field('grantLastDay')} optional />
        </div>
        <Checkboxes ui={ui} name="exempt" label={ui.t('grant.exempt')} options={[{ value: 'true', label: ui.t('grant.exempt.option') }]} values={listOf(values, 'exempt')} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('grant.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
