import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Ids, systemActor, type Actor, type Tx } from '#platform';
import { InviteUser } from './invite-user.js';
import { organisationOf, type Organisation } from './organisation.queries.js';
import { serveMunicipalities } from './update-organisation.js';

export interface NewOrganisation {
  readonly name: string;
  readonly label: string;
  readonly municipalities: readonly string[];
}

/**
 * A new organisation (tenant), all of it or nothing. `furnish` adds, in the same transaction, what libraries further
 * right give a new one (sectors, considerations). Used by the command and by the demo; there is no route to it.
 */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly db: Db,
    private readonly ids: Ids,
    private readonly inviteUser: InviteUser,
  ) {}

  run(input: NewOrganisation, furnish: (tx: Tx, actor: Actor) => Promise<void>): Promise<Organisation> {
    const actor = systemActor(this.ids.next());
    return this.db.write(actor, async (tx) => {
      await tx.run(
        'insert into organisation (organisation_id, name, label, created_at) values (app_organisation(), $1, $2, $3)',
        [input.name, input.label, tx.now],
      );
      await serveMunicipalities(tx, input.municipalities);
      await furnish(tx, actor);
      await journal(tx, actor, {
        action: 'organisation.created',
        subject: 'organisation',
        subjectId: actor.organisationId,
        after: { ...input },
      });
      return organisationOf(tx);
    });
  }

  /** The first administrator, who gets a link by mail and invites the others. */
  async inviteAdministrator(
    organisation: Organisation,
    person: { readonly email: string; readonly name: string },
  ): Promise<string> {
    const user = await this.inviteUser.run(systemActor(organisation.id), { ...person, roles: ['administrator'] });
    return user.id;
  }
}
