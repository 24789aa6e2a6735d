import { Module } from '@nestjs/common';
import { EscalateTasks } from './escalate-tasks.js';
import { FinishTask } from './finish-task.js';
import { SnoozeTask } from './snooze-task.js';
import { TasksQueries } from './tasks.queries.js';

const parts = [EscalateTasks, FinishTask, SnoozeTask, TasksQueries];

@Module({ providers: parts, exports: parts })
export class TasksModule {}
