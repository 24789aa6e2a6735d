import { mailText } from './mail-body.rules.js';

describe('a mail', () => {
  const mail = mailText({
    subject: 'Ny forespørgsel\r\nBcc: alle@example.com',
    paragraphs: ['Hej Bo & <b>Lis</b>'],
    link: { text: 'Se den', href: 'https://eksempel.example/m?a=1&b="2"' },
    closing: ['Venlig hilsen', 'Jobcenter Prøvestad'],
  });

  it('keeps its subject on one line', () => expect(mail.subject).toBe('Ny forespørgsel Bcc: alle@example.com'));

  it('says the same as plain text', () => {
    expect(mail.text).toBe(
      'Hej Bo & <b>Lis</b>\n\nSe den:\nhttps://eksempel.example/m?a=1&b="2"\n\nVenlig hilsen\nJobcenter Prøvestad\n',
    );
  });

  it('shows what people wrote as text', () => {
    expect(mail.html).toContain('<p>Hej Bo &amp; &lt;b&gt;Lis&lt;/b&gt;</p>');
    expect(mail.html).toContain('<a href="https://eksempel.example/m?a=1&amp;b=&quot;2&quot;">Se den</a>');
    expect(mail.html).toContain('Venlig hilsen<br>Jobcenter Prøvestad');
  });

  it('needs no link', () =>
    expect(mailText({ subject: 'a', paragraphs: ['b'], closing: ['c'] }).text).toBe('b\n\nc\n'));
});
