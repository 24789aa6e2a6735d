import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, operation, Operation, type Actor, type InputOf } from '#platform';
import { AppetiteQueries } from './appetite.queries.js';
import { appetites, light } from './appetite.shapes.js';
import { SetAppetite } from './set-appetite.js';

const params = z.strictObject({ companyId: z.uuid() });
const items = z.object({ items: appetites });

const listAppetite = operation({
  tag: 'Companies',
  permission: 'companies.read',
  id: 'listAppetite',
  method: 'get',
  path: '/companies/:companyId/appetite',
  summary: 'How a company and its workplaces stand to being asked: offering, maybe or not now, with reason and date',
  params,
  answer: items,
});

export const setAppetite = operation({
  tag: 'Companies',
  permission: 'companies.write',
  id: 'setAppetite',
  method: 'post',
  path: '/companies/:companyId/appetite',
  summary: 'Say how a company or one of its workplaces stands from today',
  params,
  body: z.strictObject({ workplaceId: z.uuid().nullable().optional(), light, reason: z.string().trim().max(300).nullable().optional() }),
  answer: items,
  status: 201,
});

@Controller('api/v1')
export class AppetiteController {
  constructor(
    private readonly appetite: AppetiteQueries,
    private readonly setAppetite: SetAppetite,
  ) {}

  @Operation(listAppetite)
  list(@By() actor: Actor, @Input() input: InputOf<typeof listAppetite>) {
    return this.appetite.list(actor, input);
  }

  @Operation(setAppetite)
  set(@By() actor: Actor, @Input() input: InputOf<typeof setAppetite>) {
    return this.setAppetite.run(actor, input);
  }
}
