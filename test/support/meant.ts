/** What a name in the API's document means among the rows that there are, so that made-up input is sometimes right. */
import * as fc from 'fast-check';
import type { OneOfEach } from './one-of-each.js';

/** What a person is called where one is asked for, and rows that have another name outside than inside. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  person: ['app_user'],
  consultant: ['app_user'],
  caseworker: ['app_user'],
  responsible: ['app_user'],
  deputy: ['app_user'],
  assignment: ['mentor_workplace'],
  criterion: ['what_it_takes'],
  contact: ['contact_person'],
  import: ['import_run'],
};

/** Codes of the reference data, and numbers that only one value fits. */
const codes: Readonly<Record<string, readonly unknown[]>> = {
  targetGroupCode: ['LAB6-03'],
  measureTypeCode: ['WORK_PLACEMENT', 'WAGE_SUBSIDY'],
  municipalityCode: ['0461'],
  postalCode: ['5000'],
  version: [1],
};

const word = (name: string): string => name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The tables that a name like `companyId` may mean a row of; none when it does not say. */
export function tablesMeant(rows: OneOfEach, name: string): string[] {
  const last = word(name).split('_').at(-1) ?? '';
  return Object.keys(rows).filter((table) => table === word(name) || table === last || table.endsWith(`_${last}`) || otherNames[last]?.includes(table));
}

/** Mostly one of the rows a name means; now and then any row, or one that nobody has. */
export function meantBy(rows: OneOfEach): (name: string) => fc.Arbitrary<unknown> | undefined {
  const any = [...Object.values(rows), '018f0000-0000-7000-8000-00000000dead'];
  return (name) => {
    const known = codes[name];
    if (known) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constantFrom<unknown>(2, 'x') });
    if (!/Ids?$/.test(name)) return undefined;
    const right = tablesMeant(rows, name).map((table) => rows[table] ?? '');
    if (right.length === 0) return fc.constantFrom(...any);
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...any) });
  };
}
