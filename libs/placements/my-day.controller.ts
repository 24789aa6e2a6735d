import { Controller } from '@nestjs/common';
import { By, Operation, type Actor } from '#platform';
import { MyDayQueries, type MyDay } from './my-day.queries.js';
import { readMyDay } from './placements.operations.js';

@Controller('api/v1')
export class MyDayController {
  constructor(private readonly myDay: MyDayQueries) {}

  @Operation(readMyDay)
  read(@By() actor: Actor): Promise<MyDay> {
    return this.myDay.of(actor);
  }
}
