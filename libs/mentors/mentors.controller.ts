import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { EndMentor } from './end-mentor.js';
import * as spec from './mentors.operations.js';
import { MentorsQueries } from './mentors.queries.js';
import { NameMentor } from './name-mentor.js';
import { UpdateMentor } from './update-mentor.js';

@Controller('api/v1')
export class MentorsController {
  constructor(
    private readonly mentors: MentorsQueries,
    private readonly nameMentor: NameMentor,
    private readonly updateMentor: UpdateMentor,
    private readonly endMentor: EndMentor,
  ) {}

  @Operation(spec.listMentors)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listMentors>) {
    return this.mentors.workplace(actor, input);
  }

  @Operation(spec.nameMentor)
  name(@By() actor: Actor, @Input() input: InputOf<typeof spec.nameMentor>) {
    return this.nameMentor.run(actor, input);
  }

  @Operation(spec.updateMentor)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateMentor>) {
    return this.updateMentor.run(actor, input);
  }

  @Operation(spec.endMentor)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.endMentor>) {
    return this.endMentor.run(actor, input);
  }
}
