const country = /^(?:\+|00)45(?=\d{8}$)/;

/**
 * A stored telephone number as people read it aloud, the same in both languages: a Danish one in pairs ('21 43 65 87',
 * with or without the country code in front), a foreign one as it was written. No-break spaces hold a number together.
 */
export function phoneText(phone: string): string {
  const national = phone.replace(country, '');
  return /^\d{8}$/.test(national) ? national.replace(/\d\d(?=\d)/g, '$&\u00a0') : phone;
}
