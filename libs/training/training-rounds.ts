import { Injectable } from '@nestjs/common';
import { Rounds } from '#platform';
import { RaiseTrainingTasks } from './raise-training-tasks.js';
import { FillFreeSeats, RemindOfSessions, WarnOfExpiry } from './remind-of-sessions.js';

/** What of training happens by itself; each occasion once, however often and wherever it runs. */
@Injectable()
export class TrainingRounds {
  constructor(
    private readonly needs: RaiseTrainingTasks,
    private readonly reminders: RemindOfSessions,
    private readonly seats: FillFreeSeats,
    private readonly expiry: WarnOfExpiry,
  ) {}

  begin(rounds: Rounds): void {
    rounds.every('training.raise-tasks', 300_000, this.needs);
    rounds.every('training.remind', 600_000, this.reminders);
    rounds.every('training.fill-seats', 300_000, this.seats);
    rounds.every('training.warn-of-expiry', '35 6 * * *', this.expiry);
  }
}
