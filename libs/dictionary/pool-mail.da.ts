/** What the pool sends by mail: to mentors (always in Danish), and to the one who reserved. */
export const poolMailDa = {
  'mail.greeting': 'Hej {name}',
  'mail.closing': 'Venlig hilsen',
  'mail.open': 'Åbn den i Indgang',
  'mail.someone': 'virksomheden',
  'mail.mentor-request.subject': 'Kan I tage imod en borger på {workplace}?',
  'mail.mentor-request.greeting': 'Hej {mentor}',
  'mail.mentor-request.text': 'Vi har en borger, som vi tror passer godt hos jer på {workplace}: {period}, {hours}.',
  'mail.mentor-request.called': 'Det er pladsen fra jeres forhåndsaftale med os, vi kalder nu. Svar gerne senest {date}.',
  'mail.mentor-request.how':
    'Tryk på linket for at se, hvad det drejer sig om, og svar med "Ja tak", "Ikke nu" eller "Ring til mig". Du skal ikke logge ind. Linket er dit eget og gælder til {date}; send det ikke videre.',
  'mail.mentor-request.link': 'Se forespørgslen, og svar',
  'mail.promoted.subject': 'Pladsen er din: {company}',
  'mail.promoted.text':
    'Du stod næst i køen til "{tasks}" hos {company}, og nu er pladsen reserveret til din borger. Reservationen gælder til {deadline}.',
  'mail.accepted.subject': 'Ja fra {company}',
  'mail.accepted.text': '{company} har sagt ja til din borger på "{tasks}" fra {from}. Forløbet er oprettet.',
  'mail.declined.subject': 'Ikke denne gang: {company}',
  'mail.declined.text': '{company} har sagt nej tak til din borger på "{tasks}". Begrundelse: {reason}',
  'mail.expired.subject': 'Din reservation er udløbet: {company}',
  'mail.expired.text': 'Din reservation på "{tasks}" hos {company} er udløbet uden svar. Er pladsen stadig ledig, kan du reservere igen.',
  'mail.withdrawn.subject': 'Åbningen er trukket tilbage: {company}',
  'mail.withdrawn.text': 'Åbningen "{tasks}" hos {company} er trukket tilbage, og din reservation er afsluttet. Begrundelse: {reason}',
  'mail.call-back.subject': '{company} vil gerne ringes op',
  'mail.call-back.text': 'Mentoren vil gerne tale med dig, før der bliver svaret på forespørgslen om "{tasks}". Ring til {mentor}.',
} as const;
