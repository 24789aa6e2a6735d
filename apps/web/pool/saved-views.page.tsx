import type { SavedView } from '#openings';
import { BackLink, Button, ButtonRow, Card, Chips, Empty, ErrorSummary, Form, Page, PostButton, Table, TextInput, Toast, type Column, type FieldErrors, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { valuesOfQuery, viewQuery, type PoolAddress } from './pool-address.js';

const path = '/puljen/visninger';

/** Above the rows: one's own views, and the way to save the one in sight. */
export const ViewLinks = ({ ui, views, address }: { readonly ui: Ui; readonly views: readonly SavedView[]; readonly address: PoolAddress }) => {
  const query = viewQuery(address);
  const chips = views.map(({ name, query: saved }) => ({ label: name, href: `/puljen?${saved}`, current: viewQuery({ values: valuesOfQuery(saved) }) === query }));
  if (views.length === 0 && !query) return null;
  return (
    <div class="view-links">
      {views.length > 0 && <Chips label={ui.t('views.title')} chips={chips} />}
      {query && !chips.some(({ current }) => current) && <a href={`${path}?${query}`}>{ui.t('views.save')}</a>}
      {views.length > 0 && <a href={path}>{ui.t('views.manage')}</a>}
    </div>
  );
};

interface Props {
  readonly ui: Ui;
  readonly views: readonly SavedView[];
  /** The filters to be saved; empty: only the list is shown. */
  readonly query: string;
  readonly name: string;
  readonly errors: FieldErrors;
}

/** Gemte visninger: a name for the filters one came with, and the ones there are. */
export const SavedViewsPage = ({ ui, views, query, name, errors }: Props) => (
  <Page
    ui={ui}
    title={ui.t(query ? 'views.save' : 'views.title')}
    lead={query ? ui.t('views.save.lead') : undefined}
    layout="narrow"
    back={<BackLink href={query ? `/puljen?${query}` : '/puljen'}>{ui.t('poolPage.title')}</BackLink>}
    toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}
  >
    <ErrorSummary ui={ui} errors={errors} />
    {query && (
      <Form ui={ui} action={path} fields={{ query }}>
        <TextInput ui={ui} name="name" label={ui.t('views.name')} hint={ui.t('views.name.hint')} value={name} error={errors.name} maxLength={60} autocomplete="off" required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('views.save')}</Button>
        </ButtonRow>
      </Form>
    )}
    {views.length > 0 && (
      <Card title={query ? ui.t('views.title') : undefined}>
        <Table ui={ui} caption={ui.t('views.title')} columns={columnsOf(ui)} rows={views} rowKey={({ id }) => id} />
      </Card>
    )}
    {views.length === 0 && !query && <Empty title={ui.t('views.none')}>{ui.t('views.none.text')}</Empty>}
  </Page>
);

const columnsOf = (ui: Ui): Column<SavedView>[] => [
  { key: 'name', label: ui.t('views.name'), head: true, cell: ({ name, query }) => <a href={`/puljen?${query}`}>{name}</a> },
  {
    key: 'do',
    label: ui.t('views.do'),
    quiet: true,
    cell: ({ id, name }) => (
      <PostButton ui={ui} kind="secondary" small action={`${path}/${id}/slet`}>
        {ui.t('views.delete')}
        <span class="sr-only"> {name}</span>
      </PostButton>
    ),
  },
];
