import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { SignWorkAgreement } from './sign-work-agreement.js';
import { listWorkAgreements, signWorkAgreement, writeWorkAgreement } from './work-agreements.operations.js';
import { WorkAgreementsQueries, type WorkAgreement } from './work-agreements.queries.js';
import { WriteWorkAgreement } from './write-work-agreement.js';

@Controller('api/v1')
export class WorkAgreementsController {
  constructor(
    private readonly agreements: WorkAgreementsQueries,
    private readonly writeAction: WriteWorkAgreement,
    private readonly signAction: SignWorkAgreement,
  ) {}

  @Operation(listWorkAgreements)
  list(@By() actor: Actor, @Input() { courseId }: InputOf<typeof listWorkAgreements>): Promise<{ items: WorkAgreement[] }> {
    return this.agreements.ofCourse(actor, courseId);
  }

  @Operation(writeWorkAgreement)
  write(@By() actor: Actor, @Input() input: InputOf<typeof writeWorkAgreement>): Promise<{ readonly id: string; readonly number: number }> {
    return this.writeAction.run(actor, input);
  }

  @Operation(signWorkAgreement)
  sign(@By() actor: Actor, @Input() input: InputOf<typeof signWorkAgreement>): Promise<{ readonly id: string }> {
    return this.signAction.run(actor, input);
  }
}
