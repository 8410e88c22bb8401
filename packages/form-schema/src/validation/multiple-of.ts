/**
 * Whether a number is a whole multiple of another, by the decimals in which people write them: 19.99 is one of 0.01,
 * although not in the binary fractions of a computer.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const [digits, exponent] = decimalOf(value);
  const [divisorDigits, divisorExponent] = decimalOf(divisor);
  const shift = exponent - divisorExponent;
  return shift >= 0
    ? (digits * 10n ** BigInt(shift)) % divisorDigits === 0n
    : digits % (divisorDigits * 10n ** BigInt(-shift)) === 0n;
}

/** A number as whole digits and the power of ten that they are to be multiplied by. */
function decimalOf(value: number): [digits: bigint, exponent: number] {
  const [coefficient = '', exponent = '0'] = value.toString().split('e');
  const [whole = '', fraction = ''] = coefficient.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
