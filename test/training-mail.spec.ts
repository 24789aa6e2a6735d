/** Training's mails by real SMTP: the appointment comes along as a calendar part, and leaves again when the session is called off. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { deliverOutbox } from './support/pool.js';
import { TrainingWorld } from './support/training.js';

const received: string[] = [];
let smtp: SMTPServer;
let world: TrainingWorld;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          received.push(Buffer.concat(parts).toString());
          done();
        });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  world = await TrainingWorld.open({ smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await world.app.close();
  await new Promise<void>((done) => smtp.close(done));
});

/** The calendar part of a mail: its kind, and what a calendar reads there. */
function calendarIn(raw: string): { readonly kind: string; readonly text: string } {
  const part = raw.split(/\r\n--/).find((each) => /content-type: text\/calendar/i.test(each)) ?? '';
  const [head = '', ...body] = part.split('\r\n\r\n');
  const whole = body.join('\r\n\r\n');
  const text = /base64/i.test(head) ? Buffer.from(whole, 'base64').toString() : whole.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return { kind: /method=(\w+)/i.exec(head)?.[1] ?? '', text };
}

test('the same appointment is offered, and taken back', async () => {
  const session = await world.schedule();
  const id = await world.mentor();
  await world.invite(session.id, [id]);
  await deliverOutbox(world.app, world.organisation);
  const offered = calendarIn(received.at(-1) ?? '');
  expect(offered.kind).toBe('PUBLISH');
  expect(offered.text).toContain(`UID:${session.id}@indgang`);
  expect(offered.text).toContain('STATUS:TENTATIVE');
  await world.consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'Sne', version: session.version });
  await deliverOutbox(world.app, world.organisation);
  const taken = calendarIn(received.at(-1) ?? '');
  expect(taken.kind).toBe('CANCEL');
  expect(taken.text).toContain(`UID:${session.id}@indgang`);
  expect(taken.text).toContain('STATUS:CANCELLED');
});
