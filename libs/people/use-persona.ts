import { Injectable } from '@nestjs/common';
import { Config, Db, notFound } from '#platform';
import { SignIn, type SignedIn } from './sign-in.js';

export const personas = ['consultant', 'caseworker', 'manager', 'administrator', 'colleague', 'neighbour'] as const;
export type Persona = (typeof personas)[number];

/** Demo mode only: signs in as one of the invented people. Elsewhere the route does not exist (404). */
@Injectable()
export class UsePersona {
  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly signIn: SignIn,
  ) {}

  async run(persona: Persona): Promise<SignedIn> {
    if (!this.config.demo) throw notFound();
    const address = `${persona}@demo.example`;
    const user = await this.db.present(address, (tx) =>
      tx.one<{ organisation_id: string; id: string; name: string }>(
        'select organisation_id, id, name from app_user where email = $1 and persona = $2 and disabled_at is null',
        [address, persona],
      ),
    );
    return this.signIn.open(user);
  }
}
