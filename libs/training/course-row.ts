import type { Tx } from '#platform';

export const courseKinds = ['first', 'refresher', 'network'] as const;

export interface Course {
  readonly id: string;
  readonly kind: (typeof courseKinds)[number];
  readonly name: string;
  readonly description: string | null;
  /** How long its certificate counts; null for network meetings, which give none. */
  readonly validMonths: number | null;
  /** First day it is no longer held. */
  readonly retiredOn: string | null;
  readonly version: number;
}

export const courseSelect = `select k.id, k.kind, k.name, k.description, k.valid_months as "validMonths", k.retired_on as "retiredOn", k.version from training_course k`;

/** One course; refuses with 404 when there is none. */
export const courseOf = (tx: Tx, courseId: string): Promise<Course> => tx.one<Course>(`${courseSelect} where k.id = $1`, [courseId]);
