import type { PlacementView } from '#placements';
import { addDays } from '#platform';
import { Button, ButtonRow, Card, DateField, Form, TextInput, type Ui } from '../kit/index.js';
import { placementSheetHref } from '../limits/limits-href.js';
import { may } from '../may.js';

interface Props {
  readonly ui: Ui;
  readonly openingId: string;
  readonly placements: readonly PlacementView[];
  readonly today: string;
}

/** Who is on the place now or will be, without names, and the way to end it early. */
export const PlacementsHere = ({ ui, openingId, placements, today }: Props) => (
  <Card id="placeringer" title={ui.t('placements.title')}>
    <ol class="queue no-max-width">
      {placements.map((placement) => (
        <li key={placement.id}>
          <p class="queue-head">
            <strong>{ui.formatPeriod({ from: placement.from, to: placement.until })}</strong>
            <span>{ui.formatHours(placement.minutesPerWeek)}</span>
            {placement.citizenRef && <span>{ui.t('queue.ref', { ref: placement.citizenRef })}</span>}
          </p>
          <p class="muted">{placement.mentorName ? ui.t('placements.mentor', { name: placement.mentorName }) : ui.t('placements.mentor.none')}</p>
          <p>
            <a href={`/kalender/placeringer/${placement.id}`}>{ui.t('placements.change')}</a>
          </p>
          <p>
            <a href={placementSheetHref(placement.id)}>{ui.t('vitas.link')}</a>
          </p>
          {placement.mentorId && placement.state !== 'planned' && (
            <p>
              <a href={`/ugens-svar?placering=${placement.id}`}>{ui.t('pulses.link')}</a>
            </p>
          )}
          {may(ui, 'agreements.write') && placement.slotId === null && placement.reservationId && (
            <p>
              <a href={`/aftaler/ny?virksomhed=${placement.companyId}&model=match_driven&reservation=${placement.reservationId}`}>{ui.t('agreement.fromMatch')}</a>
            </p>
          )}
          {may(ui, 'placements.write') && <EndEarly ui={ui} action={`/puljen/${openingId}/placeringer/${placement.id}/afslut`} placement={placement} today={today} />}
        </li>
      ))}
    </ol>
  </Card>
);

const EndEarly = ({ ui, action, placement, today }: { readonly ui: Ui; readonly action: string; readonly placement: PlacementView; readonly today: string }) => (
  <details class="more-fields">
    <summary>{ui.t(placement.state === 'planned' ? 'placements.cancel' : 'placements.end')}</summary>
    <Form ui={ui} action={action}>
      {placement.state === 'running' && (
        <DateField ui={ui} name="on" id={`on-${placement.id}`} label={ui.t('placements.end.on')} hint={ui.t('placements.end.on.hint')} value={today > placement.from ? today : addDays(today, 1)} min={placement.from} max={placement.until} />
      )}
      <TextInput ui={ui} name="reason" id={`end-${placement.id}`} label={ui.t('opening.reason')} hint={ui.t('placements.end.hint')} maxLength={500} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t(placement.state === 'planned' ? 'placements.cancel' : 'placements.end')}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);
