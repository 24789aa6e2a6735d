import { formatter, translator } from '#dictionary';
import { addDays, type PdfDocument } from '#platform';

export interface CertificateFacts {
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

/** The certificate (kursusbevis) as a page: it is given to people at companies, so it is in Danish. */
export function certificateBlocks({ name, company, course, kind, description, issuedOn, expiresOn, minutes, organisation }: CertificateFacts): Omit<PdfDocument, 'made'> {
  const t = translator('da');
  const { formatDate, formatNumber } = formatter('da');
  return {
    title: t('certificate.title'),
    language: 'da',
    blocks: [
      { kind: 'heading', text: name },
      { kind: 'text', text: t(company ? 'certificate.text' : 'certificate.text.staff', { company: company ?? '', course }) },
      {
        kind: 'facts',
        facts: [
          { term: t('certificate.course'), value: `${course} (${t(`training.kind.${kind}`)})` },
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
