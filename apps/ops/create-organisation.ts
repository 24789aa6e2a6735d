/**
 * `npm run create-organisation`: the first start for real. Makes an organisation and its administrator, who sets a
 * password through a link: mailed where SMTP_URL is set, otherwise printed here, once.
 */
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { CreateOrganisation, PasswordLinks, PeopleModule } from '#people';
import { Clock, type Config, Db, PlainFault, PlatformModule, readConfig, Refusal, systemActor } from '#platform';
import { command } from './command.js';

const usage = `npm run create-organisation -- --name "Prøveby" --municipality 0101 --admin-name "Anna Prøve" --admin-email anna@example.invalid
  --municipality may be given several times (a joint service); --label is what the service calls itself (Jobcenter)`;

await command(import.meta.url, async () => {
  const asked = readArguments();
  const config = readConfig();
  if (!config.databaseUrl)
    throw new PlainFault('DATABASE_URL is not set.', 'A trial needs no organisation: `npm start` brings one.');
  @Module({ imports: [PlatformModule.for(config), PeopleModule] })
  class Command {}
  const app = await NestFactory.createApplicationContext(Command, { logger: ['error'] });
  try {
    const organisation = await app
      .get(CreateOrganisation, { strict: false })
      .run(asked.organisation, async (tx) => {
        await furnishOrganisation(tx);
        await furnishStaircase(tx);
      });
    const create = app.get(CreateOrganisation, { strict: false });
    const userId = await create.inviteAdministrator(organisation, asked.administrator);
    console.log(`${organisation.name} is made, with ${asked.administrator.name} as administrator.`);
    if (config.smtpUrl)
      console.log('The link to set a password is mailed as soon as the service runs. It is good for 14 days.');
    else
      console.log(
        `Password is set here, once, within 14 days: ${await printedLink(app.get(Db), app.get(PasswordLinks, { strict: false }), config, organisation.id, userId)}`,
      );
  } catch (error) {
    throw error instanceof Refusal ? new PlainFault(`That was refused (${error.code}).`, usage) : error;
  } finally {
    await app.close();
  }
  process.exit(0);
});

function readArguments() {
  const text = { type: 'string' } as const;
  const options = {
    name: text,
    label: text,
    municipality: { ...text, multiple: true },
    'admin-name': text,
    'admin-email': text,
  } as const;
  const { values } = parseArgs({ options, strict: false });
  const [name, label, adminName, email] = [values.name, values.label, values['admin-name'], values['admin-email']].map(
    (value) => (typeof value === 'string' ? value.trim() : ''),
  );
  const municipalities = (values.municipality ?? []).map(String);
  if (!name || !adminName || !email?.includes('@') || municipalities.length === 0)
    throw new PlainFault('Something is missing.', usage);
  return {
    organisation: { name, label: label || 'Jobcenter', municipalities },
    administrator: { name: adminName, email },
  };
}

/** The mail that nobody would send is taken out of the outbox, for sending it would void the link printed here. */
async function printedLink(
  db: Db,
  links: PasswordLinks,
  config: Config,
  organisationId: string,
  userId: string,
): Promise<string> {
  const token = await db.write(systemActor(organisationId), async (tx) => {
    await tx.run(`update outbox set sent_at = $2 where topic = 'mail.invitation' and subject_id = $1`, [
      userId,
      new Clock().now(),
    ]);
    return links.issue(tx, userId, 'invitation');
  });
  return `${config.publicUrl}/adgangskode/${token}`;
}
