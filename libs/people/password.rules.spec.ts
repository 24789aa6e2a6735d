import { passwordFault } from './password.rules.js';

const person = { email: 'karen.holm@example.invalid', name: 'Karen Holm' };

test.each([
  ['kort', 'fault.password.short'],
  ['syv tegn', undefined],
  ['1234567', 'fault.password.short'],
  ['😀😀😀😀', 'fault.password.short'],
  ['😀🎈🐟🌲🚲🍞🧀⛵', undefined],
  ['x'.repeat(201), 'fault.password.long'],
  [`${'rigtig lang sætning '.repeat(3)}slut`, undefined],
  ['12345678', 'fault.password.common'],
  ['Password1!', 'fault.password.common'],
  ['Sommer2026!', 'fault.password.common'],
  ['ADGANGSKODE', 'fault.password.common'],
  ['københavn', 'fault.password.common'],
  ['aaaaaaaaaa', 'fault.password.common'],
  ['abababababab', 'fault.password.common'],
  ['cdefghijkl', 'fault.password.common'],
  ['karenholm1', 'fault.password.own'],
  ['Karen.Holm@example.invalid', 'fault.password.own'],
  ['karen holm cykler til arbejde', undefined],
  ['alle små bogstaver er nok', undefined],
  ['        ', 'fault.password.common'],
])('%p gives %p', (password, fault) => expect(passwordFault(password, person)).toBe(fault));
