import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { changeSlot, ChangeSlot, closeSlot, CloseSlot, moveSlot, MoveSlot, WriteChange } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { onlyChanged, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { SlotScreen } from './slot-screen.js';
import { slotFields } from './slots-step.controller.js';

/** `i=aendring`: within a change being written, which takes it when it is given its day. */
const of = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid(), slotId: z.uuid() }), query: z.object({ i: z.literal('aendring').optional() }) } as const;
const path = '/aftaler/:agreementId/pladser/:slotId';
const showSlot = page({ ...of, id: 'slotPage', method: 'get', path });
const slotForm = page({ ...of, id: 'slotForm', method: 'post', path, body: formBody });
const closeForm = page({ ...of, id: 'closeSlotForm', method: 'post', path: `${path}/luk`, body: formBody });
const moveForm = page({ ...of, id: 'moveSlotForm', method: 'post', path: `${path}/flyt`, body: formBody });

const schema = readAs(changeSlot.body, { ...slotFields, version: 'number' });
const closeSchema = readAs(closeSlot.body, { endsOn: 'text', version: 'number' });
const moveSchema = readAs(moveSlot.body, { workplaceId: 'text', version: 'number' });

@Controller()
export class SlotPages {
  constructor(
    private readonly screen: SlotScreen,
    private readonly changeSlot: ChangeSlot,
    private readonly editor: WriteChange,
  ) {}

  @Page(showSlot)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { i, ...place }: InputOf<typeof showSlot>): Promise<unknown> {
    return this.screen.show({ ui, actor, ...place, changing: i !== undefined });
  }

  @Page(slotForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, i, ...values }: InputOf<typeof slotForm>): Promise<PageAnswer> {
    const place = { ui, actor, agreementId, slotId, changing: i !== undefined };
    const before = await this.screen.slot(place);
    const result = await submit(ui, schema, values, ({ version, ...wanted }): Promise<unknown> =>
      i ? this.editor.run(actor, { agreementId, step: { do: 'change-slot', slotId, change: onlyChanged(before, wanted) } }) : this.changeSlot.run(actor, { slotId, version, ...onlyChanged(before, wanted) }),
    );
    return 'done' in result ? seeOther(i ? stepHref(agreementId, 'pladser') : agreementHref(agreementId), 'slot.changed') : this.screen.again(place, values, result);
  }
}

@Controller()
export class SlotMovePages {
  constructor(
    private readonly screen: SlotScreen,
    private readonly closeSlot: CloseSlot,
    private readonly moveSlot: MoveSlot,
    private readonly editor: WriteChange,
  ) {}

  @Page(closeForm)
  async close(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, i, ...values }: InputOf<typeof closeForm>): Promise<PageAnswer> {
    const result = i
      ? await submit(ui, z.object({}), values, (): Promise<unknown> => this.editor.run(actor, { agreementId, step: { do: 'close-slot', slotId } }))
      : await submit(ui, closeSchema, values, (input): Promise<unknown> => this.closeSlot.run(actor, { slotId, ...input }));
    if ('done' in result) return seeOther(i ? stepHref(agreementId, 'pladser') : agreementHref(agreementId), 'slot.closed');
    return this.screen.again({ ui, actor, agreementId, slotId, changing: i !== undefined }, values, result);
  }

  @Page(moveForm)
  async move(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, slotId, i, ...values }: InputOf<typeof moveForm>): Promise<PageAnswer> {
    const result = await submit(ui, moveSchema, values, (input): Promise<unknown> =>
      i ? this.editor.run(actor, { agreementId, step: { do: 'move-slot', slotId, workplaceId: input.workplaceId } }) : this.moveSlot.run(actor, { slotId, ...input }),
    );
    if ('done' in result) return seeOther(i ? stepHref(agreementId, 'pladser') : agreementHref(agreementId), 'slot.moved');
    return this.screen.again({ ui, actor, agreementId, slotId, changing: i !== undefined }, values, result);
  }
}
