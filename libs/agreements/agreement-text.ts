import { formatter, phoneText, translator } from '#dictionary';
import type { Language, PdfBlock } from '#platform';
import type { AgreementContent, ContentSlot } from './content.rules.js';

export interface AgreementText {
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
}

type Fact = { readonly term: string; readonly value: string | null };

/**
 * An agreement in plain words: the same on the page where it is reviewed, on the company's page to accept it, on paper
 * and as PDF. `signed`: with lines to sign on.
 */
export function agreementText(content: AgreementContent, language: Language, signed = false): AgreementText {
  const t = translator(language);
  const party = content.company?.name ?? content.cluster?.name ?? content.title;
  const facts = { organisation: content.organisation, party, n: content.slots.length, workplaces: content.workplaces.length };
  const heading = (key: string): PdfBlock => ({ kind: 'heading', text: t(`agreementText.${key}`) });
  const list = (rows: readonly Fact[]): PdfBlock => ({ kind: 'facts', facts: rows });
  const blocks: readonly (PdfBlock | false)[] = [
    { kind: 'text', text: t('agreementText.between', facts) },
    { kind: 'text', text: promise(content, language, facts) },
    list(periodFacts(content, language)),
    heading('who'),
    list(people(content, language)),
    content.slots.length > 0 && heading('slots'),
    content.totalCap !== null && { kind: 'text', text: t.n('agreementText.totalCap', content.totalCap, { slots: content.slots.length }) },
    content.slots.length > 0 && slotsTable(content, language),
    heading('how'),
    list(practice(content, language)),
    content.terms !== null && heading('terms'),
    content.terms !== null && { kind: 'text', text: content.terms },
    { kind: 'note', text: t('agreementText.change', facts) },
    signed && { kind: 'signatures', parties: [t('agreementText.signCompany', facts), t('agreementText.signOrganisation', facts)] },
  ];
  return { title: content.title, blocks: blocks.filter((block) => block !== false) };
}

/** What the model promises; fewer at a time than there are places is said at once, or all of them would seem to be in use. */
function promise({ model, totalCap, slots }: AgreementContent, language: Language, facts: Readonly<Record<string, string | number>>): string {
  const t = translator(language);
  const few = totalCap !== null && totalCap < slots.length;
  return few ? t.n(`agreementText.few.${model}`, totalCap, { ...facts, n: totalCap, slots: slots.length }) : t.n(`agreementText.model.${model}`, slots.length, facts);
}

function periodFacts({ startsOn, endsOn, workplaces, cluster, slotPooling }: AgreementContent, language: Language): Fact[] {
  const t = translator(language);
  const { formatDate, formatPeriod } = formatter(language);
  return [
    { term: t('agreement.period'), value: endsOn ? formatPeriod({ from: startsOn, to: endsOn }) : t('agreement.openEnded', { from: formatDate(startsOn) }) },
    { term: t('agreement.workplaces'), value: workplaces.map(({ name, company, cap }) => [name === company ? name : `${name} (${company})`, cap !== null && t.n('agreement.cap', cap)].filter(Boolean).join(', ')).join('; ') },
    { term: t('agreement.clusterKind'), value: cluster && t(`agreement.kind.${cluster.kind}`) },
    { term: t('agreement.pooling'), value: slotPooling && t(`agreement.pooling.${slotPooling}`) },
  ];
}

const reach = (person: AgreementContent['contact']): string | null => person && [person.name, person.phone && phoneText(person.phone), person.email].filter(Boolean).join(', ');

function people({ contact, deputy, coordinator, mentors, mentorPay }: AgreementContent, language: Language): Fact[] {
  const t = translator(language);
  return [
    { term: t('agreementText.contact'), value: reach(contact) },
    { term: t('field.deputyUserId'), value: reach(deputy) },
    { term: t('agreement.coordinator'), value: reach(coordinator) },
    { term: t('agreement.mentors'), value: mentors.map(({ name }) => name).join(', ') || t('agreementText.mentorLater') },
    { term: t('agreement.mentorPay'), value: mentorPay && payText(mentorPay, language) },
  ];
}

/** "150 kr. i timen, 2 t/uge, 1. dec. 2026 – 31. maj 2027" */
export function payText({ ore, minutes, from, until }: NonNullable<AgreementContent['mentorPay']>, language: Language): string {
  const t = translator(language);
  const { formatNumber, formatHours, formatPeriod, formatDate } = formatter(language);
  const days = until ? formatPeriod({ from, to: until }) : t('agreement.openEnded', { from: formatDate(from) });
  return t('agreement.mentorPay.text', { amount: formatNumber(ore / 100), hours: formatHours(minutes), days });
}

function slotsTable({ slots, workplaces }: AgreementContent, language: Language): PdfBlock {
  const t = translator(language);
  const where = workplaces.length > 1;
  const columns = [t('agreementText.slot'), ...(where ? [t('slots.column.workplace')] : []), t('slots.column.hours'), t('agreementText.path')];
  return { kind: 'table', columns, rows: slots.map((slot) => slotRow(slot, language, where)) };
}

function slotRow(slot: ContentSlot, language: Language, where: boolean): string[] {
  const considerations = slot.considerations.map((each) => each[language]).join(', ');
  const tasks = `${slot.number}. ${slot.tasks}${considerations && `\n${considerations}`}`;
  return [tasks, ...(where ? [slot.workplace] : []), formatter(language).formatHours(slot.minutesPerWeek), slot.pathToHours];
}

function practice(content: AgreementContent, language: Language): Fact[] {
  const t = translator(language);
  const days = (n: number | null): string | null => (n === null ? null : t.n('agreement.dayCount', n));
  const names = (coded: AgreementContent['measureTypes']): string => coded.map((each) => each[language]).join(', ');
  return [
    { term: t('agreement.followUp'), value: content.followUpWeeks === null ? null : t.n('agreement.followUp.every', content.followUpWeeks) },
    { term: t('field.followUpPlan'), value: content.followUpPlan },
    { term: t('agreement.idle'), value: content.model === 'match_driven' ? null : t(`agreementText.idle.${content.refill ? 'refill' : 'fine'}`) },
    { term: t('field.callNoticeDays'), value: days(content.callNoticeDays) },
    { term: t('field.answerDays'), value: days(content.answerDays) },
    { term: t('field.minutesPerWeek'), value: content.minutesPerWeek === null ? null : formatter(language).formatHours(content.minutesPerWeek) },
    { term: t('field.measureTypeCodes'), value: names(content.measureTypes) || t('agreement.allMeasures') },
    { term: t('field.targetGroupCodes'), value: names(content.targetGroups) || t('agreement.allGroups') },
    { term: t('field.requestsPerMonth'), value: content.requestsPerMonth === null ? null : t.n('agreement.requests', content.requestsPerMonth) },
  ];
}
