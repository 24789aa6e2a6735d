import type { WorkplaceClosures } from '#calendar';
import { BackLink, Button, ButtonRow, Card, DateField, Empty, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { calendarHref } from './calendar-address.js';

interface Props {
  readonly ui: Ui;
  readonly workplace: WorkplaceClosures;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

const labels = (ui: Ui) => ({ from: ui.t('closure.from'), lastDay: ui.t('closure.lastDay'), reason: ui.t('closure.reason') });

export const ClosuresPage = ({ ui, workplace, values, errors }: Props) => {
  const field = (name: keyof ReturnType<typeof labels>) => ({ ui, name, label: labels(ui)[name], value: textOf(values, name), error: errors[name] });
  return (
    <Page ui={ui} layout="narrow" title={ui.t('closure.title')} lead={workplace.name} back={<BackLink href={calendarHref({ workplace: workplace.id })}>{ui.t('calendar.title')}</BackLink>} toast={<DoneToast ui={ui} />}>
      <ErrorSummary ui={ui} errors={errors} labels={labels(ui)} />
      <Card title={ui.t('closure.add')}>
        <p class="muted">{ui.t('closure.lead')}</p>
        <Form ui={ui} action={`/kalender/lukket/${workplace.id}`}>
          <div class="short-fields">
            <DateField {...field('from')} required />
            <DateField {...field('lastDay')} required />
          </div>
          <TextInput {...field('reason')} hint={ui.t('closure.reason.hint')} maxLength={200} required />
          <ButtonRow>
            <Button ui={ui}>{ui.t('closure.save')}</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title={ui.t('closure.known')}>
        {workplace.closures.length === 0 ? (
          <Empty title={ui.t('closure.none')} />
        ) : (
          <ul class="plain-list">
            {workplace.closures.map(({ id, from, until, reason }) => (
              <li key={id}>
                {ui.formatPeriod({ from, to: until })}: {reason}{' '}
                <Form ui={ui} action={`/kalender/lukket/${workplace.id}/${id}/slet`} class="inline-form">
                  <button type="submit" class="link-button">
                    {ui.t('closure.cancel')}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
};
