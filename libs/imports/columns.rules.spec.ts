import { findHeadings, headingFingerprint, recogniseColumns } from './columns.rules.js';

const read = (headings: string): string[] => recogniseColumns(headings.split(';'), []).map((field) => field ?? '-');

describe('columns', () => {
  it.each([
    [
      'Virksomhed;CVR-nr.;P-nr.;Adresse;Postnr.;By;Kontaktperson;Telefon;E-mail;Branche;Antal ansatte;Pladser;Bemærkninger',
      'name;cvr;pNumber;street;postalCode;town;contactName;phone;email;sector;employees;places;note',
    ],
    ['Firma;Adresse;Postnr/By;Kontakt;Tlf;Mail;Note', 'name;street;postalTown;contactName;phone;email;note'],
    [
      'firmanavn,cvr,adresse,postnummer,by,kontakt_navn,kontakt_tlf,kontakt_mail,branchekode,ansatte'.replaceAll(
        ',',
        ';',
      ),
      'name;cvr;street;postalCode;town;contactName;phone;email;sector;employees',
    ],
    [
      'Navn;CVR;Vej;Post;By;Fornavn;Efternavn;Mobil;Email;Brancher;Pladser',
      'name;cvr;street;postalCode;town;firstName;lastName;mobile;email;sector;places',
    ],
    [
      'Arbejdssted;CVR nr;P-nummer;Gade;Postnr;Bynavn;Kontaktperson;Telefonnummer;Mailadresse;Branche;Medarbejdere;Faste pladser;Sidst kontaktet',
      'name;cvr;pNumber;street;postalCode;town;contactName;phone;email;sector;employees;places;lastContact',
    ],
    [
      'Company name;Company number;Address;Postal code;Town;Contact person;Phone;E-mail;Industry;Employees;Notes;Last contacted',
      'name;cvr;street;postalCode;town;contactName;phone;email;sector;employees;note;lastContact',
    ],
    ['Navn;Firma;Telefon;Mobil', 'contactName;name;phone;mobile'],
    ['Virksomhed;Arbejdssted;Adresse', 'name;workplaceName;street'],
    ['CVR;Virksomhedens adresse;Virksomhedsnavn;Kontaktpersonens mail', 'cvr;street;name;email'],
    ['Seneste besøg;Mobilnr.;Telefon (direkte);Kommentar;Farve', 'lastContact;mobile;phone;note;-'],
    ['MAIL;ANSATTE;BRANCHE;POSTNUMMER OG BY;VEJNAVN;FIRMA', 'email;employees;sector;postalTown;street;name'],
    ['Firma;Tlf.;Tlf. 2', 'name;phone;mobile'],
  ])('%s', (headings, expected) => {
    expect(read(headings).join(';')).toBe(expected);
  });

  it('looks at the cells when a heading says nothing', () => {
    const rows = [
      [
        'Klint Hotel A/S',
        'x',
        'Storegade 1',
        'ole@klint.example',
        '5970 Ærøskøbing',
        '22079786',
        '71 38 81 12',
        '1045198511',
      ],
      ['Strand Byg ApS', 'y', 'Kærvej 17B', '', '5000 Odense C', 'DK 39 80 13 45', '+45 21656076', '1,02E+09'],
    ];
    expect(recogniseColumns(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'], rows)).toEqual([
      'name',
      null,
      'street',
      'email',
      'postalTown',
      'cvr',
      'phone',
      'pNumber',
    ]);
  });

  it('sees that "By" holds the postal code too', () => {
    expect(recogniseColumns(['Firma', 'By'], [['A', '5000 Odense C']])).toEqual(['name', 'postalTown']);
  });

  it('finds the headings below a title', () => {
    expect(
      findHeadings([
        ['Mit netværk 2026', '', ''],
        ['', '', ''],
        ['Firma', 'Vej', 'Tlf'],
        ['Klint', 'Kærvej 1', ''],
      ]),
    ).toBe(2);
    expect(
      findHeadings([
        ['Hvem', 'Hvor'],
        ['Klint', 'Kærvej 1'],
      ]),
    ).toBe(0);
    expect(findHeadings([['Klint Hotel', 'Kærvej 1', '71388112']])).toBeUndefined();
  });

  it('remembers headings whatever their case and punctuation', () => {
    expect(headingFingerprint(['CVR-nr.', 'Tlf'])).toBe(headingFingerprint(['cvr nr', 'TLF.']));
  });
});
