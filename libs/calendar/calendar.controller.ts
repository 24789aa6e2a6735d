import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { cancelClosure, closeWorkplace, readCalendar, readLanes } from './calendar.operations.js';
import { CalendarQueries, type Calendar } from './calendar.queries.js';
import { CancelClosure, CloseWorkplace, type ClosedWorkplace } from './close-workplace.js';
import { LanesQueries, type ClusterLanes } from './lanes.queries.js';

@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarQueries,
    private readonly clusters: LanesQueries,
    private readonly closeAction: CloseWorkplace,
    private readonly cancelAction: CancelClosure,
  ) {}

  @Operation(readCalendar)
  calendar(@By() actor: Actor, @Input() input: InputOf<typeof readCalendar>): Promise<Calendar> {
    return this.calendars.calendar(actor, input);
  }

  @Operation(readLanes)
  lanes(@By() actor: Actor, @Input() input: InputOf<typeof readLanes>): Promise<ClusterLanes> {
    return this.clusters.lanes(actor, input);
  }

  @Operation(closeWorkplace)
  close(@By() actor: Actor, @Input() input: InputOf<typeof closeWorkplace>): Promise<ClosedWorkplace> {
    return this.closeAction.run(actor, input);
  }

  @Operation(cancelClosure)
  cancel(@By() actor: Actor, @Input() input: InputOf<typeof cancelClosure>): Promise<void> {
    return this.cancelAction.run(actor, input);
  }
}
