/**
 * Target groups and measure types, in the words of the law, with the dates they hold. A reform is a new row with a
 * new period, never an edit of an old one: what was registered under the old rules keeps its meaning.
 *
 * Source: lov om en aktiv beskæftigelsesindsats (LAB), LBK no. 280 of 1 March 2024 with later changes, in force since
 * 1 January 2020; law no. 1750 of 29 December 2025 from 1 February 2026. A new act with five groups is planned for
 * 2027; it was not found passed, so no row ends for it. The numbers are those of LAB § 6, not of the older § 2.
 */
export interface DatedFact {
  readonly code: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly law: string;
  /** Half-open: in force from and including `from`, until and not including `to`. */
  readonly from: string;
  readonly to: string | null;
}

const fact = (
  code: string,
  nameDa: string,
  nameEn: string,
  law: string,
  from: string,
  to: string | null = null,
): DatedFact => ({ code, nameDa, nameEn, law, from, to });

const labBegan = '2020-01-01';
/** From here nobody new enters a resource course or rehabilitation; those under way finish. */
const reform = '2026-02-01';

export const targetGroups: readonly DatedFact[] = [
  fact('LAB6-01', 'Dagpengemodtagere', 'Unemployment benefit recipients', 'LAB § 6, nr. 1', labBegan),
  fact(
    'LAB6-02',
    'Jobparate kontanthjælpsmodtagere mv.',
    'Job-ready recipients of social assistance',
    'LAB § 6, nr. 2',
    labBegan,
  ),
  fact(
    'LAB6-03',
    'Aktivitetsparate kontanthjælpsmodtagere mv.',
    'Activity-ready recipients of social assistance',
    'LAB § 6, nr. 3',
    labBegan,
  ),
  fact(
    'LAB6-04',
    'Uddannelsesparate under 30 år uden uddannelse',
    'Education-ready, under 30 without education',
    'LAB § 6, nr. 4',
    labBegan,
  ),
  fact(
    'LAB6-05',
    'Aktivitetsparate under 30 år uden uddannelse',
    'Activity-ready, under 30 without education',
    'LAB § 6, nr. 5',
    labBegan,
  ),
  fact('LAB6-06', 'Sygedagpengemodtagere', 'Sickness benefit recipients', 'LAB § 6, nr. 6', labBegan),
  fact('LAB6-07', 'Personer i jobafklaringsforløb', 'People in a job clarification course', 'LAB § 6, nr. 7', labBegan),
  fact('LAB6-08', 'Personer i ressourceforløb', 'People in a resource course', 'LAB § 6, nr. 8', labBegan, reform),
  fact(
    'LAB6-08',
    'Personer i ressourceforløb (bevilget før 1. februar 2026)',
    'People in a resource course (granted before 1 February 2026)',
    'LAB § 6, nr. 8',
    reform,
  ),
  fact('LAB6-09', 'Personer visiteret til fleksjob', 'People referred to a flexjob', 'LAB § 6, nr. 9', labBegan),
  fact('LAB6-10', 'Revalidender', 'People in rehabilitation', 'LAB § 6, nr. 10', labBegan, reform),
  fact(
    'LAB6-10',
    'Revalidender (bevilget før 1. februar 2026)',
    'People in rehabilitation (granted before 1 February 2026)',
    'LAB § 6, nr. 10',
    reform,
  ),
  fact('LAB6-11', 'Førtidspensionister', 'Early retirement pensioners', 'LAB § 6, nr. 11', labBegan),
  fact(
    'LAB6-12',
    'Selvforsørgende uden offentlig ydelse',
    'Self-supporting without benefit',
    'LAB § 6, nr. 12',
    labBegan,
  ),
  fact(
    'LAB6-13',
    'Unge under 18 år med behov for en indsats',
    'Under-18s who need an effort',
    'LAB § 6, nr. 13',
    labBegan,
  ),
  fact(
    'INT-01',
    'Borgere omfattet af integrationsloven',
    'Citizens covered by the Integration Act',
    'Integrationsloven',
    labBegan,
  ),
];

export interface MeasureFact extends DatedFact {
  /** Applied for and granted before the first day. */
  readonly needsGrant: boolean;
}

const granted = (...of: Parameters<typeof fact>): MeasureFact => ({ ...fact(...of), needsGrant: true });
/** The company's and the citizen's own affair. */
const ordinary = (...of: Parameters<typeof fact>): MeasureFact => ({ ...fact(...of), needsGrant: false });

export const measureTypes: readonly MeasureFact[] = [
  granted('WORK_PLACEMENT', 'Virksomhedspraktik', 'Work placement', 'LAB kap. 11', labBegan),
  granted('WAGE_SUBSIDY', 'Ansættelse med løntilskud', 'Wage-subsidised job', 'LAB kap. 12', labBegan),
  granted('UTILITY_WORK', 'Nytteindsats', 'Community-benefit work', 'LAB kap. 13', labBegan),
  ordinary('ORDINARY_HOURS', 'Ordinære løntimer (småjob)', 'Ordinary paid hours (small job)', 'Overenskomst', labBegan),
  granted('FLEXJOB', 'Fleksjob', 'Flexjob', 'LAB', labBegan),
  granted(
    'SHELTERED_SUBSIDY',
    'Løntilskud for førtidspensionister (skånejob)',
    'Subsidised job for early retirement pensioners',
    'LAB',
    labBegan,
  ),
  granted('ADULT_APPRENTICE', 'Voksenlærling', 'Adult apprentice', 'LAB', labBegan),
  granted(
    'IGU',
    'Integrationsgrunduddannelse (IGU)',
    'Integration training (IGU)',
    'Lov om integrationsgrunduddannelse',
    labBegan,
  ),
  granted(
    'INTEGRATION_PLACEMENT',
    'Virksomhedspraktik efter integrationsloven',
    'Work placement under the Integration Act',
    'Integrationsloven § 23 b',
    labBegan,
  ),
  granted('MENTOR_SUPPORT', 'Mentorstøtte', 'Mentor support', 'LAB', labBegan),
  ordinary('APPRENTICESHIP', 'Elev- eller lærlingeplads', 'Apprenticeship', 'Overenskomst', labBegan),
  ordinary('SPARE_TIME_JOB', 'Fritidsjob', 'Spare-time job', 'Overenskomst', labBegan),
];
