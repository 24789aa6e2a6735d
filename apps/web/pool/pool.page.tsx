import type { PoolPage as Found, SavedView } from '#openings';
import { Alert, Checkboxes, Empty, FilterBar, LinkButton, LiveBar, Page, Pager, Results, Select, TextInput, Toast, type Option, type Ui } from '../kit/index.js';
import { listOf, textOf } from '../form-fields.js';
import { may } from '../may.js';
import { doneSentence } from '../ui-of-request.js';
import { isNarrowed, poolHref, type PoolAddress } from './pool-address.js';
import { PoolTable } from './pool-table.js';
import { ViewLinks } from './saved-views.page.js';

export interface PoolChoices {
  readonly sectors: readonly Option[];
  readonly municipalities: readonly Option[];
  readonly considerations: readonly Option[];
  readonly weeks: readonly Option[];
}

interface Props {
  readonly ui: Ui;
  readonly address: PoolAddress;
  readonly choices: PoolChoices;
  /** The reader's own. */
  readonly views: readonly SavedView[];
  /** Undefined when the address asks for something that cannot be. */
  readonly found?: Found;
  readonly today: string;
  /** What comes into the pool after this instant is news. */
  readonly since: string;
}

/** Puljen: everything that is free, once each, in one dense table that can be narrowed, shared by its address and watched. */
export const PoolPage = (props: Props) => {
  const { ui, address } = props;
  return (
    <Page
      ui={ui}
      title={ui.t('poolPage.title')}
      lead={ui.t('poolPage.lead')}
      toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}
      actions={
        may(ui, 'openings.share') && (
          <LinkButton ui={ui} href="/del" icon="plus">
            {ui.t('share.title')}
          </LinkButton>
        )
      }
    >
      <Filters {...props} />
      <Results summary={<Summary {...props} />}>
        <ViewLinks ui={ui} views={props.views} address={address} />
        <LiveBar ui={ui} stream="/puljen/live" event="opening" countHref={poolHref(address, { since: props.since }, '/puljen/nye')} href={poolHref(address)} textKey="poolPage.news" />
        <Rows {...props} />
      </Results>
    </Page>
  );
};

const models = ['fixed_slots', 'standing', 'cluster', 'shared'] as const;

const Filters = ({ ui, address, choices }: Props) => {
  const value = (name: string): string => textOf(address.values, name);
  const offered = listOf(address.values, 'consideration');
  const all = ui.t('poolPage.all');
  return (
    <FilterBar
      ui={ui}
      action="/puljen"
      label={ui.t('poolPage.filter')}
      resetHref={isNarrowed(address) ? '/puljen' : undefined}
      search={<TextInput ui={ui} name="text" type="search" label={ui.t('poolPage.text')} value={value('text')} placeholder={ui.t('poolPage.text.example')} maxLength={200} autocomplete="off" />}
    >
      <Select ui={ui} name="sector" label={ui.t('poolPage.sector')} options={choices.sectors} value={value('sector')} empty={all} />
      <Select ui={ui} name="municipality" label={ui.t('poolPage.municipality')} options={choices.municipalities} value={value('municipality')} empty={all} />
      <TextInput ui={ui} name="near" label={ui.t('poolPage.near')} value={value('near')} inputMode="numeric" maxLength={4} autocomplete="off" placeholder="5800" />
      <Select ui={ui} name="km" label={ui.t('poolPage.km')} options={['5', '10', '25', '50', '100'].map((km) => ({ value: km, label: ui.t('poolPage.km.of', { km }) }))} value={value('km') || '25'} />
      <Select ui={ui} name="model" label={ui.t('poolPage.model')} options={models.map((model) => ({ value: model, label: ui.t(`poolPage.model.${model}`) }))} value={value('model')} empty={all} />
      <Select ui={ui} name="fromWeek" label={ui.t('poolPage.fromWeek')} options={choices.weeks} value={value('fromWeek')} empty={ui.t('poolPage.fromWeek.any')} />
      <Select ui={ui} name="sort" label={ui.t('poolPage.sort')} options={['newest', 'best'].map((sort) => ({ value: sort, label: ui.t(`poolPage.sort.${sort}`) }))} value={value('sort') || 'newest'} />
      <div class="filter-ticks">
        <Checkboxes ui={ui} name="onlyFree" label={ui.t('poolPage.status')} options={[{ value: 'true', label: ui.t('poolPage.onlyFree') }]} values={listOf(address.values, 'onlyFree')} inline />
        <details class="more-fields" open={offered.length > 0}>
          <summary>{ui.t('poolPage.consideration.more')}</summary>
          <Checkboxes ui={ui} name="consideration" label={ui.t('poolPage.consideration')} options={choices.considerations} values={offered} inline />
        </details>
      </div>
    </FilterBar>
  );
};

const Summary = ({ ui, address, found }: Props) => (
  <span class="summary-line">
    <span>{found && summaryOf(ui, found)}</span>
    {found && found.items.length > 0 && (
      <a href={poolHref(address, {}, '/puljen/eksport.csv')} download>
        {ui.t('poolPage.export')}
      </a>
    )}
  </span>
);

function summaryOf(ui: Ui, { found, foundIsExact, items }: Found): string {
  if (found === null) return ui.t('poolPage.further', { n: items.length });
  return foundIsExact ? ui.t.n('poolPage.found', found) : ui.t('poolPage.found.more', { n: ui.formatNumber(found) });
}

const Rows = ({ ui, address, found, today }: Props) => {
  if (!found) return <WrongFilter ui={ui} address={address} />;
  if (found.items.length === 0) return <Nothing ui={ui} narrowed={isNarrowed(address)} />;
  return (
    <>
      <PoolTable ui={ui} rows={found.items} today={today} />
      <Pager ui={ui} href={found.next ? poolHref(address, { cursor: found.next }) : undefined} />
    </>
  );
};

const WrongFilter = ({ ui, address }: Pick<Props, 'ui' | 'address'>) => (
  <Alert ui={ui} kind="warning" heading={ui.t('poolPage.wrong')} live>
    <ul class="plain-list">
      {address.wrong.map(({ field, fault }) => (
        <li key={field}>
          <strong>{ui.t(`poolPage.${field}`)}</strong>: {ui.t(fault)}
        </li>
      ))}
    </ul>
  </Alert>
);

const Nothing = ({ ui, narrowed }: { readonly ui: Ui; readonly narrowed: boolean }) => (
  <Empty
    title={ui.t(narrowed ? 'poolPage.none' : 'poolPage.empty')}
    action={
      narrowed ? (
        <LinkButton ui={ui} kind="secondary" href="/puljen">
          {ui.t('kit.filter.reset')}
        </LinkButton>
      ) : (
        may(ui, 'openings.share') && (
          <LinkButton ui={ui} href="/del" icon="plus">
            {ui.t('share.title')}
          </LinkButton>
        )
      )
    }
  >
    {ui.t(narrowed ? 'poolPage.none.text' : 'poolPage.empty.text')}
  </Empty>
);
