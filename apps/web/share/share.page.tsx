import { Button, ButtonRow, Combobox, ErrorSummary, Form, Page, Radios, TextArea, TextInput, Toast, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { makeCompany } from '../companies/make-company.js';
import { fieldsOf, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { offerKinds, OfferFields, type OfferChoices } from '../pool/offer-fields.js';
import { doneSentence } from '../ui-of-request.js';

/** What is known once the workplace is: its latest tasks and what an opening there is usually like. */
export interface AtWorkplace {
  readonly choices: OfferChoices;
  readonly tasks: readonly string[];
}

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly place: AtWorkplace;
  readonly workplace?: { readonly id: string; readonly label: string };
  /** Several workplaces that could be meant: of the company one came from, or of the name that was typed. */
  readonly candidates?: readonly Option[];
  readonly holdHours: number;
}

/** Kept on the phone until the opening has arrived: nothing about a citizen is asked for here. */
const draftFields = ['workplaceId', 'workplaceIdText', 'tasks', 'places', 'morePlaces', 'hold', 'kind', 'minutesPerWeek', 'freeFrom', 'expiresOn', 'considerationIds', 'pathToHours'];

/** Del en åbning: workplace, tasks, number; the rest is as the company's last opening was. Made for a phone at the company. */
export const SharePage = (props: Props) => {
  const { ui, values, errors = {} } = props;
  return (
    <Page ui={ui} title={ui.t('share.title')} layout="narrow" lead={ui.t('share.lead')} toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}>
      <ErrorSummary ui={ui} errors={errors} />
      <Form ui={ui} action="/del" class="share-form" id="share-form" draft="share" draftFields={draftFields}>
        <Workplace {...props} />
        <div id="share-details" hx-get="/del/detaljer" hx-trigger="chosen from:#share-form, draft from:#share-form" hx-include="#share-form [name]:not([name='_csrf'])" hx-target="this" hx-swap="innerHTML">
          <ShareDetails ui={ui} values={values} errors={errors} place={props.place} holdHours={props.holdHours} />
        </div>
        <ButtonRow>
          <Button ui={ui} icon="share">
            {ui.t('share.submit')}
          </Button>
        </ButtonRow>
        <p class="muted">{ui.t('share.note', { hours: props.holdHours })}</p>
      </Form>
    </Page>
  );
};

const Workplace = ({ ui, errors = {}, workplace, candidates = [], values }: Props) =>
  candidates.length > 0 ? (
    <>
      <Radios ui={ui} name="workplaceId" label={ui.t('field.workplaceId')} options={candidates} value={textOf(values, 'workplaceId')} error={errors.workplaceId} hint={ui.t('share.candidates')} />
      {workplace && (
        <div class="share-search">
          <TextInput ui={ui} name="workplaceIdText" type="search" label={ui.t('share.searchAgain.label')} hint={ui.t('share.workplace.hint')} value={workplace.label} maxLength={200} autocomplete="off" />
          <Button ui={ui} kind="secondary" name="searchAgain" value="true">
            {ui.t('share.searchAgain')}
          </Button>
        </div>
      )}
    </>
  ) : (
    <Combobox ui={ui} name="workplaceId" label={ui.t('field.workplaceId')} hint={ui.t('share.workplace.hint')} source="/del/arbejdssteder" minLetters={0} value={workplace} error={errors.workplaceId} required autofocus={!workplace && !errors.workplaceId} make={makeCompany(ui, workplace?.id === '')} />
  );

type DetailsProps = Pick<Props, 'ui' | 'values' | 'place' | 'holdHours'> & { readonly errors: FieldErrors };

/** All below the workplace: asked for again when that is chosen, so that it begins where the company left off. */
export const ShareDetails = ({ ui, values, errors, place, holdHours }: DetailsProps) => (
  <>
    <Tasks ui={ui} values={values} errors={errors} usual={place.tasks} />
    <Places ui={ui} values={values} errors={errors} />
    <Radios
      ui={ui}
      name="hold"
      label={ui.t('share.when')}
      tiles
      options={[
        { value: 'false', label: ui.t('share.now') },
        { value: 'true', label: ui.t('share.hold', { hours: holdHours }) },
      ]}
      value={textOf(values, 'hold') || 'false'}
    />
    <details class="more-fields" open={Object.keys(offerKinds).some((name) => errors[name])}>
      <summary>{ui.t('share.more')}</summary>
      <OfferFields ui={ui} values={values} errors={errors} endless={ui.t('offer.expiresOn.usual')} {...place.choices} />
    </details>
  </>
);

/** What the company asked for before, as chips; other words win over a chip. */
const Tasks = ({ ui, values, errors, usual }: Pick<DetailsProps, 'ui' | 'values' | 'errors'> & { readonly usual: readonly string[] }) => (
  <>
    {usual.length > 0 && (
      <Radios ui={ui} name="usualTasks" label={ui.t('share.usualTasks')} tiles options={usual.map((tasks) => ({ value: tasks, label: tasks }))} value={textOf(values, 'usualTasks')} />
    )}
    <TextArea {...fieldsOf(ui, values, errors)('tasks')} label={ui.t(usual.length > 0 ? 'share.otherTasks' : 'field.tasks')} rows={2} maxLength={1000} required={usual.length === 0} />
  </>
);

const Places = ({ ui, values, errors }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors }) => (
  <div class="share-places">
    <Radios ui={ui} name="places" label={ui.t('share.places')} tiles options={[...['1', '2', '3'].map((n) => ({ value: n, label: n })), { value: 'more', label: ui.t('share.places.more') }]} value={textOf(values, 'places') || '1'} error={errors.places} />
    <TextInput ui={ui} name="morePlaces" label={ui.t('share.morePlaces')} value={textOf(values, 'morePlaces') || '4'} inputMode="numeric" width="s" maxLength={2} />
  </div>
);
