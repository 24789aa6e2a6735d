import { Button, Card, Checkboxes, Combobox, DateField, Form, Radios, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { AgreementPage as Agreement, AgreementWorkplace } from '#agreements';
import type { Option as FoundWorkplace } from '#companies';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf, textOf } from '../form-fields.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { StepFoot } from './step-foot.js';
import { StepFrame, type StepProps } from './step-frame.js';

interface Props extends StepProps {
  readonly values: FormValues;
  readonly version: number;
  /** The company's workplaces; a cluster's are found by searching. */
  readonly workplaces: readonly Option[];
  /** What the words sent for a new member may mean: for those without scripts, and for a text sent without choosing. */
  readonly found?: readonly FoundWorkplace[];
}

/** Step 1: what the agreement is called, from when and how long it holds, and which workplaces it covers. */
export const ModelStep = ({ ui, agreement, values, version, errors = {}, workplaces, found = [] }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <StepFrame ui={ui} agreement={agreement} step="model" errors={errors}>
      <Form ui={ui} action={stepHref(agreement.id, 'model')} fields={{ version }}>
        <Card>
          <TextInput {...field('title')} label={ui.t('field.agreementTitle')} maxLength={200} required />
          <div class="field-row">
            {agreement.activatedAt === null && <DateField {...field('startsOn')} required />}
            <DateField {...field('endsOn')} hint={ui.t('agreement.endsOn.hint')} optional />
          </div>
          {agreement.model !== 'match_driven' && <TextInput {...field('totalCap')} hint={ui.t('agreement.totalCap.hint')} inputMode="numeric" width="s" maxLength={3} optional />}
          {agreement.cluster ? (
            <Members ui={ui} agreement={agreement} values={values} errors={errors} found={found} />
          ) : (
            <Checkboxes ui={ui} name="workplaces" label={ui.t('agreement.workplaces.which')} options={workplaces} values={listOf(values, 'workplaces')} error={errors.workplaces} />
          )}
        </Card>
        <StepFoot ui={ui} agreement={agreement} step="model">
          <Button ui={ui}>{ui.t('agreement.saveNext')}</Button>
          {agreement.cluster && (
            <Button ui={ui} kind="secondary" name="stay" value="true">
              {ui.t('agreement.members.saveMore')}
            </Button>
          )}
        </StepFoot>
      </Form>
      <p>
        <a href={`${agreementHref(agreement.id)}/skift-model`}>{ui.t('agreement.convert')}</a>
      </p>
    </StepFrame>
  );
};

interface MembersProps {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** The cluster's workplaces, each with the most slots it may hold; and one more, found by searching. */
const Members = ({ ui, agreement, values, errors, found }: MembersProps & { readonly agreement: Agreement; readonly found: readonly FoundWorkplace[] }) => (
  <fieldset class="form-group">
    <legend class="form-label">{ui.t('agreement.workplaces')}</legend>
    <span class="form-hint">{ui.t('agreement.members.hint')}</span>
    {agreement.workplaces.map((member) => (
      <MemberRow key={member.workplaceId} ui={ui} member={member} values={values} errors={errors} />
    ))}
    <AddMember ui={ui} label={ui.t('agreement.members.add')} values={values} errors={errors} found={found} />
  </fieldset>
);

/** One more workplace: found by searching, or by choosing among those that the text written may mean. */
export const AddMember = ({ ui, label, values, errors, found }: MembersProps & { readonly label: string; readonly found: readonly FoundWorkplace[] }) =>
  found.length > 0 ? (
    <>
      <Radios ui={ui} name="newMember" label={label} options={found.map(({ id, label: name, detail }) => ({ value: id, label: name, hint: detail }))} error={errors.newMember} />
      <TextInput ui={ui} name="newMemberText" label={ui.t('agreement.members.again')} hint={ui.t('agreement.members.again.hint')} value={textOf(values, 'newMemberText')} maxLength={200} optional />
    </>
  ) : (
    <Combobox ui={ui} name="newMember" label={label} hint={ui.t('agreement.new.workplace.hint')} source="/api/v1/workplace-options" value={{ id: '', label: textOf(values, 'newMemberText') }} error={errors.newMember ?? errors.workplaces} optional />
  );

const MemberRow = ({ ui, member, values, errors }: MembersProps & { readonly member: AgreementWorkplace }) => {
  const cap = `cap-${member.workplaceId}`;
  const name = member.company === member.workplace ? member.workplace : `${member.workplace} (${member.company})`;
  return (
    <div class="member-row">
      <Checkboxes ui={ui} id={`member-${member.workplaceId}`} name="workplaces" label={name} options={[{ value: member.workplaceId, label: ui.t('agreement.members.in') }]} values={listOf(values, 'workplaces')} />
      <TextInput ui={ui} name={cap} label={ui.t('agreement.members.cap')} value={textOf(values, cap)} error={errors[cap]} inputMode="numeric" width="s" maxLength={3} optional />
    </div>
  );
};
