import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rounds } from '#platform';
import { RemindOfSilence } from './remind-of-silence.js';

/** What happens by itself for mentors, on weekdays when people are at work. */
@Injectable()
export class MentorPageRounds implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly silence: RemindOfSilence,
  ) {}

  onModuleInit(): void {
    this.rounds.every('mentor-page.remind-of-silence', '10 9 * * 1-5', this.silence);
  }
}
