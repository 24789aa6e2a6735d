/** An invented network of any size: chains with branches, rows repeated in other spellings, mistakes of every kind. */

const heads = [
  'Firma',
  'CVR-nr.',
  'P-nr.',
  'Adresse',
  'Postnr',
  'By',
  'Kontaktperson',
  'Telefon',
  'E-mail',
  'Branche',
  'Ansatte',
  'Pladser',
  'Bemærkning',
  'Sidst kontaktet',
];
const first = [
  'Klint',
  'Bøg',
  'Strand',
  'Ager',
  'Sølv',
  'Havne',
  'Torve',
  'Mølle',
  'Linde',
  'Kær',
  'Fjord',
  'Skov',
  'Nord',
  'Øster',
];
const second = [
  'Hotel',
  'Byg',
  'Rengøring',
  'Transport',
  'Køkken',
  'Gartneri',
  'Auto',
  'Bageri',
  'VVS',
  'Butik',
  'Pleje',
  'Maskiner',
];
const people = ['Hanne', 'Ole', 'Pia', 'Søren', 'Åse', 'Mads', 'Karin', 'Jørgen', 'Lise', 'Bo'];
const surnames = ['Holm', 'Bæk', 'Lund', 'Krogh', 'Dahl', 'Møller', 'Friis', 'Skov'];
const streets = [
  'Fabriksvej',
  'Storegade',
  'Havnegade',
  'Kærvej',
  'Torvet',
  'Industrivej',
  'Møllevej',
  'Skolegade',
  'Nørregade',
  'Østre Allé',
];
const places = [
  ['5000', 'Odense C'],
  ['5700', 'Svendborg'],
  ['5900', 'Rudkøbing'],
  ['5970', 'Ærøskøbing'],
  ['5600', 'Faaborg'],
  ['8000', 'Aarhus C'],
  ['2605', 'Brøndby'],
  ['4000', 'Roskilde'],
  ['6000', 'Kolding'],
  ['9000', 'Aalborg'],
];
const sectors = [
  '55.10.10',
  'Bygge og anlæg',
  'hotel',
  '410000',
  'Restaurant',
  'plejehjem',
  'Detailhandel',
  'Transport',
];

/** `rows` records below the headings, the same for the same `seed`. */
export function sheet(rows, seed) {
  const next = numbers(seed);
  const one = (list) => list[next(list.length)];
  const made = Array.from({ length: Math.ceil(rows * 0.75) }, (_, index) => company(index, next, one));
  return [
    heads,
    ...Array.from({ length: rows }, (_, index) => (index < made.length ? made[index] : again(one(made), next, one))),
  ];
}

function company(index, next, one) {
  const [code, town] = one(places);
  const [person, surname] = [one(people), one(surnames)];
  const name =
    `${one(first)} ${one(second)} ${index % 3 ? '' : 'Fyn '}${next(4_000)} ${one(['A/S', 'ApS', '', 'I/S'])}`.trim();
  const mail = `${person.toLowerCase()}@${one(first).toLowerCase()}${next(9_000)}.example`.replace(/[æøå]/g, 'o');
  return [
    name,
    next(10) < 7 ? cvr(next) : '',
    next(10) < 5 ? `10${10_000_000 + next(89_999_999)}` : '',
    `${one(streets)} ${1 + next(200)}`,
    code,
    town,
    `${person} ${surname}`,
    `${20 + next(79)} ${10 + next(89)} ${10 + next(89)} ${10 + next(89)}`,
    mail,
    one(sectors),
    `ca. ${1 + next(300)}`,
    String(next(5)),
    next(3) ? 'Ring før kl. 10, de har travlt; "spørg efter chefen"' : '',
    `${1 + next(28)}-${1 + next(12)}-2026`,
  ];
}

/** The same company in another hand, or another of its places. */
function again(cells, next, one) {
  const copy = [...cells];
  copy[0] = next(2) ? copy[0].toUpperCase() : copy[0].replace(/ (A\/S|ApS|I\/S)$/, '');
  if (next(3) === 0) copy[3] = `${one(streets)} ${1 + next(200)}`;
  if (next(3) === 0) copy[6] = `${one(people)} ${one(surnames)}`;
  if (next(3) === 0) copy[1] = '';
  copy[2] = '';
  return copy;
}

function cvr(next) {
  for (;;) {
    const head = String(1_000_000 + next(8_999_999));
    const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(head[at]), 0);
    if (sum % 11 !== 1) return head + ((11 - (sum % 11)) % 11);
  }
}

function numbers(seed) {
  let state = seed * 7_919;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
