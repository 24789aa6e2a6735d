import { FIELDS, type ImportView } from '#imports';
import { BackLink, Button, ButtonRow, ErrorSummary, Form, LinkButton, Page, Select, StepIndicator, Table, type Column, type FieldErrors, type Ui } from '../kit/index.js';
import { importHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly run: ImportView;
  /** The first rows of the file. */
  readonly samples: readonly (readonly string[])[];
  readonly mapping: readonly (string | null)[];
  readonly version: number;
  readonly errors: FieldErrors;
}

type SheetColumn = { readonly index: number; readonly heading: string; readonly samples: readonly string[]; readonly field: string | null };

/** What the field of a column is called in the form. */
export const columnName = (index: number): string => `column-${index + 1}`;

/** Kolonner: what was recognised, with values from the file beside it, each to be put right. */
export const ColumnsPage = ({ ui, run, samples, mapping, version, errors }: Props) => (
  <Page ui={ui} title={ui.t('importPage.columns.title', { file: run.fileName })} lead={ui.t('importPage.columns.lead')} back={<BackLink href={importHref(run.id)}>{run.fileName}</BackLink>}>
    <StepIndicator
      ui={ui}
      current={1}
      steps={[{ label: ui.t('importPage.step.upload'), href: '/import' }, { label: ui.t('importPage.step.columns') }, { label: ui.t('importPage.step.preview'), href: importHref(run.id) }, { label: ui.t('importPage.step.run') }]}
    />
    <ErrorSummary ui={ui} errors={errors} />
    <Form ui={ui} action={importHref(run.id, 'kolonner')} fields={{ version }} class="sheet-columns">
      <div id="mapping" tabIndex={-1}>
        <Table ui={ui} caption={ui.t('importPage.step.columns')} columns={columnsOf(ui)} rows={sheetColumns({ ui, run, samples, mapping })} rowKey={({ index }) => String(index)} />
      </div>
      <p class="muted">{ui.t('importPage.columns.forgets')}</p>
      <ButtonRow>
        <Button ui={ui}>{ui.t('importPage.columns.submit')}</Button>
        <LinkButton ui={ui} kind="secondary" href={importHref(run.id)}>
          {ui.t('importPage.step.preview')}
        </LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

const sheetColumns = ({ ui, run, samples, mapping }: Pick<Props, 'ui' | 'run' | 'samples' | 'mapping'>): SheetColumn[] =>
  mapping.map((field, index) => ({
    index,
    heading: run.headings[index] || ui.t('importPage.columns.number', { n: index + 1 }),
    samples: [...new Set(samples.map((cells) => cells[index]?.trim() ?? ''))].filter(Boolean).slice(0, 3),
    field,
  }));

const columnsOf = (ui: Ui): Column<SheetColumn>[] => [
  { key: 'heading', label: ui.t('importPage.columns.heading'), head: true, cell: ({ heading }) => heading },
  { key: 'samples', label: ui.t('importPage.columns.samples'), cell: ({ samples }) => samples.length > 0 && <span class="muted">{samples.join(' · ')}</span> },
  {
    key: 'holds',
    label: ui.t('importPage.columns.holds'),
    cell: ({ index, heading, field }) => (
      <Select
        ui={ui}
        name={columnName(index)}
        label={ui.t('importPage.columns.holdsOf', { column: heading })}
        options={FIELDS.map((value) => ({ value, label: ui.t(`import.field.${value}`) }))}
        value={field ?? undefined}
        empty={ui.t('importPage.columns.leaveOut')}
      />
    ),
  },
];
