import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AssignMentor, EndAssignment } from './assign-mentor.js';
import { EndMentor } from './end-mentor.js';
import { MentorListQueries } from './mentor-list.queries.js';
import { MentorPageQueries } from './mentor-page.queries.js';
import * as spec from './mentors.operations.js';
import { MentorsQueries } from './mentors.queries.js';
import { NameMentor } from './name-mentor.js';
import { EndPause, PauseMentor } from './pause-mentor.js';
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

@Controller('api/v1')
export class MentorPauseController {
  constructor(
    private readonly mentors: MentorListQueries,
    private readonly pages: MentorPageQueries,
    private readonly pauseMentor: PauseMentor,
    private readonly endPause: EndPause,
  ) {}

  @Operation(spec.listAllMentors)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listAllMentors>) {
    return this.mentors.list(actor, input);
  }

  @Operation(spec.readMentor)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readMentor>) {
    return this.pages.page(actor, input);
  }

  @Operation(spec.pauseMentor)
  pause(@By() actor: Actor, @Input() input: InputOf<typeof spec.pauseMentor>) {
    return this.pauseMentor.run(actor, input);
  }

  @Operation(spec.endPause)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.endPause>) {
    return this.endPause.run(actor, input);
  }
}

@Controller('api/v1')
export class MentorWorkplacesController {
  constructor(
    private readonly assignMentor: AssignMentor,
    private readonly endAssignment: EndAssignment,
  ) {}

  @Operation(spec.assignMentor)
  assign(@By() actor: Actor, @Input() input: InputOf<typeof spec.assignMentor>) {
    return this.assignMentor.run(actor, input);
  }

  @Operation(spec.endAssignment)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.endAssignment>) {
    return this.endAssignment.run(actor, input);
  }
}
