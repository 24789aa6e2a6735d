import type { AgreementPage as Agreement } from '#agreements';
import type { AgreementUtilisation, OfferStanding } from '#upkeep';
import { lastDay } from '#platform';
import { agreementHref } from '../agreements/agreement-href.js';
import { modelNumber } from '../agreements/model-number.js';
import { DoneToast } from '../done-toast.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Alert, BackLink, Button, ButtonRow, Card, DefinitionList, Empty, ErrorSummary, Form, LinkButton, ModelBadge, Page, Radios, Table, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  /** Undefined where nothing is measured: models 2 and 3, and clusters that need no refill. */
  readonly used?: AgreementUtilisation;
  readonly offer: OfferStanding;
  readonly today: string;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** What the model asks for over time: how well the places are used (1 and 4), whether the offer holds (2), what after the match (3). */
export const CarePage = (props: Props) => {
  const { ui, agreement, used, errors } = props;
  const asks = { standing: <Offer {...props} />, match_driven: <AfterMatch {...props} />, fixed_slots: null, cluster: null }[agreement.model];
  return (
    <Page
      ui={ui}
      title={ui.t(`care.title.${agreement.model}`)}
      layout="narrow"
      lead={
        <>
          <ModelBadge ui={ui} model={modelNumber[agreement.model]} /> {agreement.company ?? agreement.cluster?.name}
        </>
      }
      back={<BackLink href={agreementHref(agreement.id)}>{agreement.title}</BackLink>}
      toast={<DoneToast ui={ui} />}
    >
      <ErrorSummary ui={ui} errors={errors} />
      {used && <Used ui={ui} used={used} />}
      {asks}
      {!used && !asks && <Empty title={ui.t('care.nothing')}>{ui.t('care.nothing.text')}</Empty>}
    </Page>
  );
};

const Used = ({ ui, used }: { readonly ui: Ui; readonly used: AgreementUtilisation }) => (
  <Card title={ui.t('utilisation.quarter')}>
    <p>
      {used.share === null
        ? ui.t('utilisation.none')
        : ui.t('utilisation.words', { share: ui.formatPercent(used.share), occupied: ui.formatNumber(used.occupiedDays), agreed: ui.formatNumber(used.agreedDays) })}
    </p>
    <Table
      ui={ui}
      caption={ui.t('utilisation.slots')}
      rows={used.slots}
      rowKey={({ id }) => id}
      columns={[
        { key: 'slot', label: ui.t('utilisation.slot'), head: true, cell: ({ id, number }) => <a href={`/puljen/${id}`}>{ui.t('utilisation.slot.number', { n: number })}</a> },
        { key: 'vacant', label: ui.t('utilisation.vacant'), numeric: true, cell: ({ vacantDays }) => ui.formatNumber(vacantDays) },
        { key: 'since', label: ui.t('utilisation.emptySince'), cell: ({ emptySince }) => (emptySince ? ui.formatDate(emptySince) : <span class="muted">{ui.t('utilisation.occupied')}</span>) },
      ]}
    />
  </Card>
);

const Offer = ({ ui, agreement, offer, values, errors }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <Card title={ui.t('offer.heading')}>
        <DefinitionList
          facts={[
            { term: ui.t('offer.askOn'), value: offer.askOn ? ui.formatDate(offer.askOn) : ui.t('offer.notAsked') },
            { term: ui.t('offer.calls'), value: ui.t.n('offer.calls.words', offer.calls, { yes: offer.yes }) },
          ]}
        />
        {may(ui, 'agreements.write') && agreement.activatedAt && !agreement.endedAt && agreement.state !== 'ended' && (
          <Form ui={ui} action={`${agreementHref(agreement.id)}/pleje/svar`}>
            <Radios {...field('answer')} label={ui.t('offer.answer')} options={(['good', 'changed', 'ended'] as const).map((value) => ({ value, label: ui.t(`offer.answer.${value}`), ...(value === 'ended' && { hint: ui.t('offer.answer.ended.hint') }) }))} />
            <TextInput {...field('note')} label={ui.t('tasks.note')} hint={ui.t('offer.note.hint')} maxLength={500} optional />
            <ButtonRow>
              <Button ui={ui}>{ui.t('offer.save')}</Button>
            </ButtonRow>
          </Form>
        )}
      </Card>
      {offer.answers.length > 0 && (
        <Card title={ui.t('offer.answers')}>
          <ul class="plain-list">
            {offer.answers.map(({ id, answer, note, answeredOn, byName }) => (
              <li key={id}>
                <strong>{ui.t(`offer.answer.${answer}`)}</strong> <span class="muted">{[ui.formatDate(answeredOn), byName, note].filter(Boolean).join(' · ')}</span>
                {answer === 'changed' && offer.answers[0]?.id === id && <a href={`${agreementHref(agreement.id)}/trin/model`}> {ui.t('offer.change')}</a>}
                {answer === 'ended' && !agreement.endedAt && offer.answers[0]?.id === id && <a href={`${agreementHref(agreement.id)}/afslut`}> {ui.t('agreement.end')}</a>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
};

/** Whether there is anything to thank for yet. */
const MatchDays = ({ ui, match: { from, until }, today }: { readonly ui: Ui; readonly match: NonNullable<Agreement['match']>; readonly today: string }) => (
  <Alert ui={ui} kind="info">
    {ui.t(until > today ? 'match.running' : 'match.over', { date: ui.formatDate(lastDay({ from, to: until })) })}
  </Alert>
);

/** Thank, close, or convert: three ways, none of them a refill. */
const AfterMatch = ({ ui, agreement, today, values, errors }: Props) => {
  if (!may(ui, 'agreements.write') || agreement.state === 'ended') return <Empty title={ui.t('care.nothing')}>{ui.t('care.nothing.text')}</Empty>;
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      {agreement.match && <MatchDays ui={ui} match={agreement.match} today={today} />}
      <Card title={ui.t('match.thank')}>
        <p>{ui.t('match.thank.text')}</p>
        <Form ui={ui} action={`${agreementHref(agreement.id)}/pleje/tak`}>
          <TextInput {...field('note')} label={ui.t('tasks.note')} hint={ui.t('tasks.note.hint')} maxLength={500} optional />
          <ButtonRow>
            <Button ui={ui}>{ui.t('match.thank.do')}</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title={ui.t('match.close')}>
        <p>{ui.t('match.close.text')}</p>
        <LinkButton ui={ui} kind="secondary" href={`${agreementHref(agreement.id)}/afslut`}>
          {ui.t('agreement.end')}
        </LinkButton>
      </Card>
      <Card title={ui.t('match.convert')}>
        <p>{ui.t('match.convert.text')}</p>
        <LinkButton ui={ui} kind="secondary" href={`${agreementHref(agreement.id)}/skift-model`}>
          {ui.t('match.convert.do')}
        </LinkButton>
      </Card>
    </>
  );
};
