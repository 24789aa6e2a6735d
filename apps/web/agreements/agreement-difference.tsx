import { payText, type AgreementContent, type ContentField, type ContentSlot, type Difference } from '#agreements';
import { SideBySide, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly before: AgreementContent;
  readonly after: AgreementContent;
  readonly difference: Difference;
}

const labels: Readonly<Record<ContentField, string>> = {
  model: 'field.model', title: 'field.agreementTitle', company: 'companies.column.name', cluster: 'kit.model.4', slotPooling: 'agreement.pooling', startsOn: 'field.startsOn', endsOn: 'field.endsOn',
  workplaces: 'agreement.workplaces', totalCap: 'field.totalCap', minutesPerWeek: 'field.minutesPerWeek', mentors: 'agreement.mentors', coordinator: 'agreement.coordinator', mentorPay: 'agreement.mentorPay',
  contact: 'field.contactUserId', deputy: 'field.deputyUserId', followUpWeeks: 'agreement.followUp', followUpPlan: 'field.followUpPlan', refill: 'agreement.idle', callNoticeDays: 'field.callNoticeDays',
  answerDays: 'field.answerDays', requestsPerMonth: 'field.requestsPerMonth', measureTypes: 'field.measureTypeCodes', targetGroups: 'field.targetGroupCodes', terms: 'field.terms',
};

/** Before and after, only what differs: terms first, then the places that come, go or are changed. */
export const AgreementDifference = ({ ui, before, after, difference }: Props) => (
  <div class="version-difference">
  <SideBySide
    caption={ui.t('version.difference')}
    leftTitle={ui.t('version.before')}
    rightTitle={ui.t('version.after')}
    rows={[
      ...difference.fields.map((field) => ({ label: ui.t(labels[field]), left: valueOf(ui, before, field), right: valueOf(ui, after, field), differs: true })),
      ...difference.slotsChanged.map((slot) => ({ label: ui.t('slots.number', { n: slot.after.number }), left: slotText(ui, slot.before), right: slotText(ui, slot.after), differs: true })),
      ...difference.slotsAdded.map((slot) => ({ label: ui.t('slots.number', { n: slot.number }), left: '–', right: slotText(ui, slot), differs: true })),
      ...difference.slotsClosed.map((slot) => ({ label: ui.t('slots.number', { n: slot.number }), left: slotText(ui, slot), right: ui.t('version.closed'), differs: true })),
    ]}
  />
  </div>
);

const slotText = (ui: Ui, { tasks, minutesPerWeek, pathToHours, workplace, endsOn, considerations }: ContentSlot): string =>
  [tasks, ui.formatHours(minutesPerWeek), workplace, pathToHours, considerations.map((each) => each[ui.lang]).join(', '), endsOn && ui.t('slots.ended', { date: ui.formatDate(endsOn) })].filter(Boolean).join(' · ');

type Shown = { readonly [Field in ContentField]: (value: NonNullable<AgreementContent[Field]>, ui: Ui) => string };
const name = ({ name: text }: { readonly name: string }): string => text;
const names = (rows: readonly { readonly name: string }[]): string => rows.map(name).join(', ');
const coded = (rows: AgreementContent['measureTypes'], { lang }: Ui): string => rows.map((each) => each[lang]).join(', ');
const date = (value: string, ui: Ui): string => ui.formatDate(value);
const days = (n: number, ui: Ui): string => ui.t.n('agreement.dayCount', n);

const shown: Shown = {
  model: (model, ui) => ui.t(`model.${model}`),
  title: String,
  company: name,
  cluster: name,
  slotPooling: (pooling, ui) => ui.t(`agreement.pooling.${pooling}`),
  startsOn: date,
  endsOn: date,
  workplaces: (rows, ui) => rows.map((row) => (row.cap === null ? row.name : `${row.name} (${ui.t.n('agreement.cap', row.cap)})`)).join(', '),
  totalCap: (n, ui) => ui.t('agreement.totalCap', { n }),
  minutesPerWeek: (minutes, ui) => ui.formatHours(minutes),
  mentors: names,
  coordinator: name,
  mentorPay: (pay, ui) => payText(pay, ui.lang),
  contact: name,
  deputy: name,
  followUpWeeks: (n, ui) => ui.t.n('agreement.followUp.every', n),
  followUpPlan: String,
  refill: (refill, ui) => ui.t(`agreement.idle.${refill ? 'refill' : 'fine'}`),
  callNoticeDays: days,
  answerDays: days,
  requestsPerMonth: (n, ui) => ui.t.n('agreement.requests', n),
  measureTypes: coded,
  targetGroups: coded,
  terms: String,
};

function valueOf<Field extends ContentField>(ui: Ui, content: AgreementContent, field: Field): string {
  const value = content[field];
  return (value === null ? '' : shown[field](value as NonNullable<AgreementContent[Field]>, ui)) || '–';
}
