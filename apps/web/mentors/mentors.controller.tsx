import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { MentorListQueries, mentorStates } from '#mentors';
import { By, Input, type Actor, type InputOf } from '#platform';
import { BottlenecksQueries, NeedsQueries, TrainingQueries } from '#training';
import { WorkplaceChoices } from '../companies/workplace-choices.js';
import { optionalText } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { BottlenecksPage } from './bottlenecks.page.js';
import { MentorsPage } from './mentors.page.js';

const blankState = z.preprocess((value) => (value === '' ? undefined : value), z.enum(mentorStates).optional());
const municipality = z.preprocess((value) => (value === '' ? undefined : value), z.string().regex(/^\d{4}$/).optional());
const listPage = page({ id: 'mentorsPage', method: 'get', path: '/mentorer', permission: 'mentors.read', query: z.object({ q: optionalText(100), state: blankState, municipality, cursor: optionalText(400) }) });
const lostPage = page({ id: 'bottlenecksPage', method: 'get', path: '/mentorer/flaskehalse', permission: 'training.read', query: z.object({ municipality }) });
const pageSize = 50;

@Controller()
export class MentorsPages {
  constructor(
    private readonly mentors: MentorListQueries,
    private readonly choices: WorkplaceChoices,
  ) {}

  @Page(listPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { q, state, municipality, cursor }: InputOf<typeof listPage>): Promise<unknown> {
    const [{ items, next }, municipalities] = await Promise.all([
      this.mentors.list(actor, { text: q, state, municipalityCode: municipality, cursor, limit: pageSize }),
      this.choices.municipalities(),
    ]);
    return <MentorsPage ui={ui} filter={{ q, state, municipality }} rows={items} more={next ? moreHref(ui.path, next) : undefined} municipalities={municipalities} />;
  }
}

/** What is lost today because of a mentor, and who should be trained: each with the way to a session. */
@Controller()
export class BottleneckPages {
  constructor(
    private readonly bottlenecks: BottlenecksQueries,
    private readonly needs: NeedsQueries,
    private readonly training: TrainingQueries,
    private readonly choices: WorkplaceChoices,
  ) {}

  @Page(lostPage)
  async lost(@For() ui: Ui, @By() actor: Actor, @Input() { municipality }: InputOf<typeof lostPage>): Promise<unknown> {
    const [lost, needs, sessions, courses, municipalities] = await Promise.all([
      this.bottlenecks.lost(actor, { municipalityCode: municipality }),
      this.needs.people(actor),
      this.training.sessions(actor, { limit: 50 }),
      this.training.courses(actor),
      this.choices.municipalities(),
    ]);
    return <BottlenecksPage ui={ui} lost={lost} people={needs.items} sessions={sessions.items} courses={courses.items} municipality={municipality} municipalities={municipalities} />;
  }
}
