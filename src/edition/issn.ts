/**
 * What is wrong with an ISSN (ISO 3297), or null. The check digit is eleven less the weighted sum of the seven digits
 * before it, modulo eleven; X stands for ten.
 *
 * @example
 * findIssnFault('2049-3630') // null
 */
export function findIssnFault(issn: string): string | null {
  if (!/^\d{4}-\d{3}[\dXx]$/.test(issn)) return 'an ISSN has eight digits in two groups, such as 2049-3630';
  const digits = issn.replace('-', '').toUpperCase();
  let sum = 0;
  for (let index = 0; index < 7; index++) sum += Number(digits.charAt(index)) * (8 - index);
  const check = (11 - (sum % 11)) % 11;
  const expected = check === 10 ? 'X' : String(check);
  return digits.charAt(7) === expected
    ? null
    : `its last digit should be ${expected}, as computed from the others`;
}
