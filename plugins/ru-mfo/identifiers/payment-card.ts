/** Digits of a payment card's number, spaces taken away, when length and check digit are right (ISO/IEC 7812-1); `null` otherwise. */
export function cardNumber(text: string): string | null {
  const bare = text.replace(/ /g, '');
  if (!/^\d{13,19}$/.test(bare)) return null;
  const sum = [...bare].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && Number(bare) > 0 ? bare : null;
}
