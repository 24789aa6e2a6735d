import { formatter, translator } from '#dictionary';
import { addDays, type Language, type PdfDocument } from '#platform';

export interface CertificateFacts {
  /** Of the mentor, or of the member of staff, it is given to. */
  readonly language: Language;
  readonly name: string;
  /** null for staff. */
  readonly company: string | null;
  readonly course: string;
  readonly kind: 'first' | 'refresher';
  readonly description: string | null;
  readonly issuedOn: string;
  /** First day it no longer counts. */
  readonly expiresOn: string;
  readonly minutes: number;
  readonly organisation: string;
}

/** The certificate (kursusbevis) as a page, in the language of the person it is given to. */
export function certificateBlocks({ language, name, company, course, kind, description, issuedOn, expiresOn, minutes, organisation }: CertificateFacts): Omit<PdfDocument, 'made'> {
  const t = translator(language);
  const { formatDate, formatNumber } = formatter(language);
  return {
    title: t('certificate.title'),
    language,
    blocks: [
      { kind: 'heading', text: name },
      { kind: 'text', text: t(company ? 'certificate.text' : 'certificate.text.staff', { company: company ?? '', course }) },
      {
        kind: 'facts',
        facts: [
          { term: t('certificate.course'), value: course === t(`training.kind.${kind}`) ? course : `${course} (${t(`training.kind.${kind}`)})` },
          { term: t('certificate.on'), value: formatDate(issuedOn) },
          { term: t('certificate.hours'), value: t('certificate.hours.n', { n: formatNumber(minutes / 60) }) },
          { term: t('certificate.until'), value: formatDate(addDays(expiresOn, -1)) },
          { term: t('certificate.content'), value: description },
        ],
      },
      { kind: 'signatures', parties: [organisation] },
    ],
    foot: t('certificate.foot', { organisation, date: formatDate(issuedOn) }),
  };
}
