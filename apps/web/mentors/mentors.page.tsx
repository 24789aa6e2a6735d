import { mentorStates, type ListedMentor, type MentorState } from '#mentors';
import { DoneToast } from '../done-toast.js';
import { Empty, FilterBar, Page, Pager, Results, Select, Table, TextInput, type Column, type Option, type Ui } from '../kit/index.js';
import { companyHref } from '../companies/company-href.js';
import { MentorStates, MentorTabs, TrainedText } from './mentor-parts.js';

export interface MentorFilter {
  readonly q?: string;
  readonly state?: MentorState;
  readonly municipality?: string;
}

interface Props {
  readonly ui: Ui;
  readonly filter: MentorFilter;
  readonly rows: readonly ListedMentor[];
  readonly more?: string;
  readonly municipalities: readonly Option[];
}

/** Mentorer: who can take one more today, and what is in the way for the others. */
export const MentorsPage = ({ ui, filter, rows, more, municipalities }: Props) => {
  const filtered = Boolean(filter.q || filter.state || filter.municipality);
  return (
    <Page ui={ui} title={ui.t('mentors.title')} lead={ui.t('mentors.lead')} toast={<DoneToast ui={ui} />}>
      <MentorTabs ui={ui} current="/mentorer" />
      <FilterBar
        ui={ui}
        action="/mentorer"
        label={ui.t('mentors.filter')}
        resetHref={filtered ? '/mentorer' : undefined}
        search={<TextInput ui={ui} name="q" type="search" label={ui.t('mentors.q')} value={filter.q} maxLength={100} autocomplete="off" />}
      >
        <Select ui={ui} name="state" label={ui.t('mentors.state')} options={mentorStates.map((state) => ({ value: state, label: ui.t(`mentors.state.${state}`) }))} value={filter.state} empty={ui.t('companies.all')} />
        <Select ui={ui} name="municipality" label={ui.t('companies.municipality')} options={municipalities} value={filter.municipality} empty={ui.t('companies.all')} />
      </FilterBar>
      <Results summary={more ? ui.t('mentors.first', { n: rows.length }) : ui.t.n('mentors.found', rows.length)}>
        {rows.length === 0 ? (
          <Empty title={ui.t(filtered ? 'mentors.none' : 'mentors.empty')}>{ui.t(filtered ? 'mentors.none.text' : 'mentors.empty.text')}</Empty>
        ) : (
          <Table ui={ui} caption={ui.t('mentors.title')} columns={columnsOf(ui)} rows={rows} rowKey={(row) => row.id} />
        )}
        <Pager ui={ui} href={more} />
      </Results>
    </Page>
  );
};

const columnsOf = (ui: Ui): Column<ListedMentor>[] => [
  { key: 'name', label: ui.t('mentor.column.name'), head: true, cell: (row) => <a href={`/mentorer/${row.id}`}>{row.name}</a> },
  {
    key: 'workplace',
    label: ui.t('mentor.column.workplace'),
    plain: true,
    cell: (row) => (
      <span class="named">
        <a href={companyHref(row.companyId, 'mentorer')}>{row.workplace}</a>
        <small>{[row.town, row.moreWorkplaces > 0 && ui.t.n('mentors.more', row.moreWorkplaces)].filter(Boolean).join(' · ')}</small>
      </span>
    ),
  },
  { key: 'accepts', label: ui.t('mentor.column.accepts'), cell: (row) => ui.t('mentor.accepts', { n: row.accepts, has: row.trainees }) },
  { key: 'trained', label: ui.t('mentor.column.trained'), cell: (row) => <TrainedText ui={ui} {...row} /> },
  { key: 'state', label: ui.t('mentors.state'), plain: true, cell: (row) => <MentorStates ui={ui} states={row.states} /> },
];
