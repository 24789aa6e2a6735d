import { z } from 'zod';
import { day, tidyPhone } from '#platform';
import { tidyCvr, tidyPNumber } from './cvr.rules.js';

const tidied = (max: number, tidy: (text: string) => string | undefined, fault: string) =>
  z
    .string()
    .max(max)
    .overwrite((text) => tidy(text) ?? text)
    .refine((text) => tidy(text) !== undefined, fault);

const blank = (max: number) => z.string().trim().max(max).nullable().optional();

export const version = z.number().int().min(1).max(2_147_483_647);
export const name = z.string().trim().min(1).max(200);
export const cvr = tidied(20, tidyCvr, 'fault.cvr');
export const pNumber = tidied(20, tidyPNumber, 'fault.p-number');
export const phone = tidied(30, tidyPhone, 'fault.phone');
const mailAddress = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,185}\.[^\s@<>".]{2,}$/u;
export const email = z
  .string()
  .trim()
  .max(254)
  .refine((text) => mailAddress.test(text), 'fault.email')
  .meta({ pattern: mailAddress.source });

/** Either a friendly sector of the organisation or a code with its scheme; the code finds the friendly one. */
const sector = {
  sectorId: z.uuid().nullable().optional(),
  sectorScheme: z.enum(['DB25', 'DB07']).nullable().optional(),
  sectorCode: z
    .string()
    .max(8)
    .overwrite((text) => text.replace(/[.\s]/gu, ''))
    .refine((text) => /^\d{2,6}$/u.test(text), 'fault.sector-code')
    .nullable()
    .optional(),
};

export const workplaceFacts = {
  pNumber: pNumber.nullable().optional(),
  street: blank(200),
  postalCode: z
    .string()
    .trim()
    .max(10)
    .refine((text) => /^\d{4}$/u.test(text), 'fault.postal-code')
    .nullable()
    .optional(),
  town: blank(100),
  municipalityCode: z.string().max(4).nullable().optional(),
  ...sector,
  employeesFte: z.number().min(0).max(1_000_000).nullable().optional(),
  employeesOn: day.nullable().optional(),
  note: blank(4000),
};

export const contactFacts = {
  title: blank(120),
  email: email.nullable().optional(),
  phone: phone.nullable().optional(),
  preferredContact: z.enum(['phone', 'email', 'sms', 'visit']).nullable().optional(),
  note: blank(2000),
};
export const personName = z.string().trim().min(1).max(120);

/** Something to look at that does not stop anything; `text` is in the caller's language. */
export const warnings = z.array(z.object({ code: z.string().max(60), text: z.string().max(300) })).max(10);
