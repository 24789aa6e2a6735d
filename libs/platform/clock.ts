import { Injectable } from '@nestjs/common';

const copenhagenDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The only place that reads the time. Tests move it with `set`/`advance` and stop it with `hold`; production never does. */
@Injectable()
export class Clock {
  private offsetMs = 0;
  private read = (): number => Date.now();

  now(): Date {
    return new Date(this.read() + this.offsetMs);
  }

  /** Today in Denmark as 'YYYY-MM-DD'. */
  today(): string {
    return this.dayOf(this.now());
  }

  /** The Danish calendar day an instant falls on. */
  dayOf(instant: Date): string {
    return copenhagenDay.format(instant);
  }

  /** For tests: pretend that now is `instant`; time goes on from there. */
  set(instant: Date): void {
    this.offsetMs = instant.getTime() - this.read();
  }

  /** For tests: jump by so many milliseconds. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  /** For tests: from here on time goes on only when it is moved, however slow the machine. */
  hold(): void {
    const at = this.read();
    this.read = () => at;
  }
}

/** A monotonic stopwatch for logs and queues, in milliseconds. */
export const stopwatch = (): (() => number) => {
  const start = performance.now();
  return () => performance.now() - start;
};
