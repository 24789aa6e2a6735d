/** Opgaver: deres sætninger, og det, man gør ved dem. */
export const tasksDa = {
  'task.other': 'En opgave venter',
  'task.refill': 'Plads ledig fra {emptyFrom}',
  'task.call-slot': 'Pladsen er kaldt: virksomheden skal svare senest {due}',
  'task.offer-question': 'Spørg, om tilbuddet stadig gælder',
  'task.match-over': 'Forløbet er slut: sig tak, luk aftalen, eller gør den til en fast aftale',
  'refusal.task.done': 'Opgaven er allerede klaret.',
  'fault.task.not-ahead': 'Vælg en dag efter i dag.',
  'fault.task.too-far': 'En opgave kan højst udskydes et halvt år.',
  'journal.task.finished': 'klarede en opgave',
  'journal.task.snoozed': 'udskød en opgave',
} as const;
