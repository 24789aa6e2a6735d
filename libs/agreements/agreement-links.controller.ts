import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { personName } from '#companies';
import { day, Input, type InputOf, Operation, operation } from '#platform';
import { AcceptanceQueries, AcceptByLink, RenewAgreementLink } from './accept-by-link.js';

const at = { permission: 'public', tag: 'Agreements', params: z.strictObject({ token: z.string().max(200) }) } as const;
const number = z.number().int().min(1).max(100_000);

const readLink = operation({
  ...at,
  id: 'readAgreementLink',
  method: 'get',
  path: '/agreement-links/:token',
  summary: "What a company's link shows: one version of one agreement, to read and accept",
  answer: z.object({
    state: z.enum(['open', 'used', 'renewed', 'expired', 'over', 'changed']),
    name: z.string().max(120),
    number,
    validFrom: day,
    expiresAt: z.iso.datetime(),
    content: z.record(z.string().max(60), z.unknown()).nullable(),
    organisation: z.string().max(200),
    contact: z.object({ name: z.string().max(120), email: z.string().max(254), phone: z.string().max(20).nullable() }).nullable(),
  }),
  refuses: ['agreement-link.unknown'],
});

export const acceptByLink = operation({
  ...at,
  id: 'acceptAgreementByLink',
  method: 'post',
  path: '/agreement-links/:token/acceptance',
  summary: 'The company accepts; uses the link up, and puts a draft in force',
  body: z.strictObject({ name: personName }),
  answer: z.object({ number }),
  status: 201,
  refuses: ['agreement-link.unknown', 'agreement-link.used', 'agreement-link.renewed', 'agreement-link.expired', 'agreement-link.over', 'agreement-link.changed'],
});

const renewLink = operation({
  ...at,
  id: 'renewAgreementLink',
  method: 'post',
  path: '/agreement-links/:token/renewal',
  summary: 'Ask for a new link instead of an expired one; it goes by mail to the same address',
  status: 204,
  refuses: ['agreement-link.unknown', 'agreement-link.not-expired'],
});

@Controller('api/v1')
export class AgreementLinksController {
  constructor(
    private readonly acceptances: AcceptanceQueries,
    private readonly acceptByLink: AcceptByLink,
    private readonly renewLink: RenewAgreementLink,
  ) {}

  @Operation(readLink)
  read(@Input() { token }: InputOf<typeof readLink>) {
    return this.acceptances.page(token);
  }

  @Operation(acceptByLink)
  accept(@Input() input: InputOf<typeof acceptByLink>) {
    return this.acceptByLink.run(input);
  }

  @Operation(renewLink)
  renew(@Input() { token }: InputOf<typeof renewLink>): Promise<void> {
    return this.renewLink.run(token);
  }
}
