import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AskMentor } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { OpeningScreen } from './opening-screen.js';

const askForm = page({
  id: 'askMentorForm',
  method: 'post',
  path: '/puljen/:id/reservationer/:reservation/mentor',
  permission: 'placements.write',
  aboutCitizen: true,
  params: z.object({ id: z.uuid(), reservation: z.uuid() }),
  body: formBody,
});

/** Sending a request to another mentor, from its opening's page. */
@Controller()
export class AskMentorPages {
  constructor(
    private readonly screen: OpeningScreen,
    private readonly askMentor: AskMentor,
  ) {}

  @Page(askForm)
  async ask(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof askForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ mentorId: z.uuid() }), values, ({ mentorId }) =>
      this.askMentor.run(actor, { id: reservation, mentorId }).then(() => 'reservation.mentor-asked'),
    );
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }
}
