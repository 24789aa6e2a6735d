/** Whether two folded texts differ by at most one letter (put in, left out, changed or two swapped); never by a digit. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (/^\d/u.test(restA) || /^\d/u.test(restB)) return false;
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/**
 * Whether two different folded company names may be spellings of one: a slip of a letter, the same words run together,
 * or one name's words all in the other ("klint" and "klint hotel").
 */
export function similarNames(a: string, b: string): boolean {
  if (a.length >= 5 && b.length >= 5 && oneSlip(a, b)) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length >= 4 && few.split(' ').every((word) => ` ${many} `.includes(` ${word} `))) return true;
  return a[0] === b[0] && a.replaceAll(' ', '') === b.replaceAll(' ', '');
}

/** Whether two street keys of one postal district are one address with a slip in the street's name. */
export function similarStreets(a: string, b: string): boolean {
  const [nameA = '', numberA] = a.split(' ');
  const [nameB = '', numberB] = b.split(' ');
  return numberA === numberB && nameA.length >= 6 && oneSlip(nameA, nameB);
}
