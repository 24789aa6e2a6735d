import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { contactOf, type Contact } from './contacts.queries.js';
import { checkWorkplace, contactValues, type WrittenContact } from './write-contact.js';
import { refreshSearch } from './write-workplace.js';

export interface ContactChange extends Partial<WrittenContact> {
  readonly contactId: string;
  readonly version: number;
}

/** Changes a contact person; what is left out stays. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateContact {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { contactId, version, ...change }: ContactChange): Promise<Contact> {
    return this.db.write(actor, async (tx) => {
      const before = await contactOf(tx, contactId);
      await checkWorkplace(tx, before.companyId, change.workplaceId);
      const updated = await tx.run(
        `update contact_person set (name, title, email, phone, preferred_contact, note, workplace_id) = ($3, $4, $5, $6, $7, $8, $9), version = version + 1
          where id = $1 and version = $2`,
        [contactId, version, ...contactValues({ ...before, ...change })],
      );
      if (updated === 0) throw staleEdit(await contactOf(tx, contactId));
      await refreshSearch(tx, before.companyId);
      await journal(tx, actor, { action: 'contact.updated', subject: 'contact', subjectId: contactId, companyId: before.companyId, workplaceId: before.workplaceId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return contactOf(tx, contactId);
    });
  }
}
