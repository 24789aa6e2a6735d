import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { listReservations, readReservation, reserveOpening, withdrawReservation } from './reservations.operations.js';
import { ReservationsQueries, type ReservationView } from './reservations.queries.js';
import { ReserveOpening, type Reserved } from './reserve-opening.js';
import { WithdrawReservation } from './withdraw-reservation.js';

@Controller('api/v1')
export class ReservationsController {
  constructor(
    private readonly reserveAction: ReserveOpening,
    private readonly withdrawAction: WithdrawReservation,
    private readonly reservations: ReservationsQueries,
  ) {}

  @Operation(reserveOpening)
  reserve(@By() actor: Actor, @Input() { id, ...input }: InputOf<typeof reserveOpening>): Promise<Reserved> {
    return this.reserveAction.run(actor, { openingId: id, ...input });
  }

  @Operation(listReservations)
  list(
    @By() actor: Actor,
    @Input() input: InputOf<typeof listReservations>,
  ): Promise<{ readonly items: readonly ReservationView[]; readonly next: string | null }> {
    return this.reservations.list(actor, input);
  }

  @Operation(readReservation)
  read(@By() actor: Actor, @Input() { id }: InputOf<typeof readReservation>): Promise<ReservationView> {
    return this.reservations.one(actor, id);
  }

  @Operation(withdrawReservation)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof withdrawReservation>): Promise<void> {
    return this.withdrawAction.run(actor, input);
  }
}
