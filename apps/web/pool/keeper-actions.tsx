import type { OpeningView } from '#openings';
import { Button, ButtonRow, Card, Form, LinkButton, PostButton, TextInput, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly userId: string | null;
  /** Somebody has reserved it: it cannot be taken back for oneself. */
  readonly reserved: boolean;
}

const maxExtensions = 2;

/** What can be done to a shared opening. A slot's opening follows its agreement and has none of it. */
export const KeeperActions = ({ ui, opening, userId, reserved }: Props) => {
  const own = opening.sharedBy === userId;
  const mayHold = own && !reserved && opening.holdExtensions < maxExtensions;
  return (
    <Card title={ui.t('opening.manage')}>
      <ButtonRow>
        {opening.heldUntil && own && (
          <PostButton ui={ui} action={`/puljen/${opening.id}/frigiv`} icon="share">
            {ui.t('opening.release')}
          </PostButton>
        )}
        <LinkButton ui={ui} kind="secondary" icon="edit" href={`/puljen/${opening.id}/ret`}>
          {ui.t('opening.edit')}
        </LinkButton>
      </ButtonRow>
      {mayHold && <WithReason ui={ui} path={`/puljen/${opening.id}/hold`} name="hold" label={ui.t(opening.heldUntil ? 'opening.extend' : 'opening.hold')} hint={ui.t('opening.hold.hint', { n: maxExtensions - opening.holdExtensions })} />}
      <WithReason ui={ui} path={`/puljen/${opening.id}/traek`} name="withdraw" label={ui.t('opening.withdraw')} hint={ui.t('opening.withdraw.hint')} />
    </Card>
  );
};

/** A rare act, folded away, that asks why. */
const WithReason = ({ ui, path, name, label, hint }: { readonly ui: Ui; readonly path: string; readonly name: string; readonly label: string; readonly hint: string }) => (
  <details class="more-fields">
    <summary>{label}</summary>
    <Form ui={ui} action={path}>
      <TextInput ui={ui} name="reason" id={`reason-${name}`} label={ui.t('opening.reason')} hint={hint} maxLength={500} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {label}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);
