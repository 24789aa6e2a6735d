import type { OpeningView, ReservationView } from '#openings';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Button, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly reservation: ReservationView;
  readonly colleagues: readonly Option[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/**
 * En aftale ud fra matchet: who is the company's fixed contact person, and how it is followed up. It is made with the
 * yes: the one that is noted now, or the one the mentor gives by the link.
 */
export const MatchAgreementPage = ({ ui, opening, reservation, colleagues, values, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={ui.t('match.agree.title')}
      lead={ui.t('match.agree.lead', { company: opening.companyName })}
      also={
        <Button ui={ui} kind="secondary" name="wait" value="true">
          {ui.t('match.wait')}
        </Button>
      }
      action={`/puljen/${opening.id}/reservationer/${reservation.id}/aftale`}
      back={{ href: `/puljen/${opening.id}`, label: opening.companyName }}
      errors={errors}
      submit={ui.t('match.agree.save')}
    >
      <Select {...field('contactUserId')} label={ui.t('match.contact')} hint={ui.t('match.contact.hint')} options={colleagues} empty={ui.t('match.contact.choose')} />
      <TextInput {...field('followUpWeeks')} label={ui.t('match.weeks')} inputMode="numeric" width="s" maxLength={2} required />
      <TextArea {...field('followUpPlan')} label={ui.t('match.plan')} hint={ui.t('match.plan.hint')} rows={4} maxLength={1000} required />
      {values.over && <TextInput {...field('overLimitReason')} maxLength={300} optional />}
    </EditPage>
  );
};
