import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { companyFactsOf } from './companies.queries.js';
import { contactOf, type Contact } from './contacts.queries.js';
import { insertContact, type WrittenContact } from './write-contact.js';
import { refreshSearch } from './write-workplace.js';

/** Adds a contact person at a company or one of its workplaces. Seen by the whole organisation (R2). */
@Injectable()
export class AddContact {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { companyId, ...written }: WrittenContact & { readonly companyId: string }): Promise<Contact> {
    return this.db.write(actor, async (tx) => {
      await companyFactsOf(tx, companyId);
      const id = await insertContact(tx, actor, companyId, written);
      await refreshSearch(tx, companyId);
      await journal(tx, actor, { action: 'contact.added', subject: 'contact', subjectId: id, companyId, workplaceId: written.workplaceId, after: { name: written.name } });
      return contactOf(tx, id);
    });
  }
}
