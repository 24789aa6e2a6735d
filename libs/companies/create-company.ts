import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { cvrCheckDigitFits } from './cvr.rules.js';
import { countNamesakes, existingCompany, takeTurn } from './existing-company.js';
import { insertContact, type WrittenContact } from './write-contact.js';
import { nameKey } from './name-key.rules.js';
import { warn, type Warning } from './warn.js';
import { insertWorkplace, refreshSearch, type WrittenWorkplace } from './write-workplace.js';

export interface NewCompany {
  readonly name: string;
  readonly cvr?: string | null;
  readonly advertisingProtected?: boolean;
  readonly note?: string | null;
  readonly responsibleUserId?: string | null;
  /** Its first workplace; the company's name and no address unless said. */
  readonly workplace?: WrittenWorkplace;
  readonly contact?: WrittenContact;
}

export interface CreatedCompany {
  readonly id: string;
  readonly workplaceId: string;
  readonly contactId: string | null;
  readonly version: number;
  readonly warnings: readonly Warning[];
}

/**
 * Adds a company with its first workplace and, when told, a contact person. Its creator knows it and is responsible for
 * it unless somebody else is named. A company that is there already is not made twice: 409 `company.exists` with its id.
 */
@Injectable()
export class CreateCompany {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, input: NewCompany): Promise<CreatedCompany> {
    return this.db.write(actor, async (tx) => {
      await takeTurn(tx, input.name);
      const existing = await existingCompany(tx, { ...input.workplace, name: input.name, cvr: input.cvr, phone: input.contact?.phone });
      if (existing) throw exists(existing);
      const warnings = await warningsOf(tx, actor, input);
      const id = await insertCompany(tx, actor, input);
      const reference = await this.reference.current(tx);
      const workplaceId = await insertWorkplace(tx, actor, reference, id, { ...input.workplace, name: input.workplace?.name || input.name });
      const contactId = input.contact ? await insertContact(tx, actor, id, input.contact) : null;
      await refreshSearch(tx, id);
      await journal(tx, actor, { action: 'company.created', subject: 'company', subjectId: id, companyId: id, workplaceId, after: { name: input.name, cvr: input.cvr ?? null } });
      return { id, workplaceId, contactId, version: 1, warnings };
    });
  }
}

const exists = ({ companyId, name }: { companyId: string; name: string }): Refusal =>
  new Refusal('company.exists', { params: { name }, extra: { companyId, link: `/virksomheder/${companyId}` } });

async function insertCompany(tx: Tx, actor: Actor, input: NewCompany): Promise<string> {
  const id = tx.newId();
  const responsible = input.responsibleUserId === undefined ? actor.userId : input.responsibleUserId;
  await tx.run(
    `insert into company (organisation_id, id, cvr, name, name_key, responsible_user_id, advertising_protected, note, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, input.cvr ?? null, input.name, nameKey(input.name), responsible, input.advertisingProtected ?? false, input.note || null, tx.now, actor.userId],
  );
  if (actor.userId) {
    await tx.run(
      `insert into company_knowledge (organisation_id, company_id, user_id, source, since, others_knew)
       values (app_organisation(), $1, $2, 'created', $3, 0)`,
      [id, actor.userId, tx.now],
    );
  }
  return id;
}

async function warningsOf(tx: Tx, actor: Actor, { name, cvr, advertisingProtected }: NewCompany): Promise<Warning[]> {
  const namesakes = await countNamesakes(tx, name);
  return [
    ...(cvr && !cvrCheckDigitFits(cvr) ? [warn(actor, 'cvr.check-digit')] : []),
    ...(namesakes > 0 ? [warn(actor, 'company.namesake', { n: namesakes })] : []),
    ...(advertisingProtected ? [warn(actor, 'company.advertising-protected')] : []),
  ];
}
