import { phoneText } from '#dictionary';
import { pdf, type PdfBlock } from '#platform';
import type { Ui } from '../kit/ui.js';
import { frameOf, type Shown } from './work-agreement.page.js';

/** The work agreement on paper, with lines to sign on. */
export function workAgreementPaper(ui: Ui, agreement: Shown, made: Date): Promise<Buffer> {
  const topic = (title: string, text: string, ...more: PdfBlock[]): PdfBlock[] => [{ kind: 'heading', text: title }, { kind: 'text', text }, ...more];
  const milestones = agreement.milestones.map(({ milestone, dueOn, paidHours }) =>
    [milestone, dueOn && `(${ui.formatDate(dueOn)})`, paidHours && `– ${ui.t('workAgreement.aboutPaid')}`].filter(Boolean).join(' '),
  );
  return pdf({
    title: ui.t('workAgreement.title', { n: agreement.number }),
    language: ui.lang,
    made,
    foot: ui.t('workAgreement.foot', { n: agreement.number, date: ui.formatDate(agreement.writtenOn), organisation: ui.organisation ?? '' }),
    blocks: [
      { kind: 'text', text: ui.t('workAgreement.between', { citizen: agreement.pseudonym, company: agreement.companyName }) },
      { kind: 'note', text: frameOf(ui, agreement) },
      ...topic(ui.t('workAgreement.topic.1'), agreement.goal),
      ...topic(ui.t('workAgreement.topic.2'), agreement.purpose, { kind: 'list', items: milestones }),
      ...topic(ui.t('workAgreement.topic.3'), agreement.tasks, { kind: 'text', text: ui.t('workAgreement.attends', { attendance: agreement.attendance }) }),
      ...(agreement.mentorTasks ? topic(ui.t('workAgreement.topic.4', { name: agreement.mentorName ?? '' }), agreement.mentorTasks) : []),
      { kind: 'text', text: [ui.t('workAgreement.responsible', { name: agreement.responsible }), agreement.responsiblePhone && phoneText(agreement.responsiblePhone)].filter(Boolean).join(', ') },
      { kind: 'signatures', parties: (['citizen', 'company', 'organisation'] as const).map((party) => ui.t(`workAgreement.party.${party}`)) },
    ],
  });
}
