import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf, type Page } from '#platform';
import { FinishTask } from './finish-task.js';
import { SnoozeTask } from './snooze-task.js';
import type { Task } from './task-row.js';
import { finishTask, listTasks, readTask, snoozeTask } from './tasks.operations.js';
import { TasksQueries } from './tasks.queries.js';

@Controller('api/v1')
export class TasksController {
  constructor(
    private readonly tasks: TasksQueries,
    private readonly finishAction: FinishTask,
    private readonly snoozeAction: SnoozeTask,
  ) {}

  @Operation(listTasks)
  list(@By() actor: Actor, @Input() input: InputOf<typeof listTasks>): Promise<Page<Task>> {
    return this.tasks.list(actor, input);
  }

  @Operation(readTask)
  read(@By() actor: Actor, @Input() input: InputOf<typeof readTask>): Promise<Task> {
    return this.tasks.one(actor, input);
  }

  @Operation(finishTask)
  finish(@By() actor: Actor, @Input() input: InputOf<typeof finishTask>): Promise<Task> {
    return this.finishAction.run(actor, input);
  }

  @Operation(snoozeTask)
  snooze(@By() actor: Actor, @Input() input: InputOf<typeof snoozeTask>): Promise<Task> {
    return this.snoozeAction.run(actor, input);
  }
}
