const LENGTH = 17;
/** ISO 3779 as North America uses it: weights of the places, and what letters count; I, O and Q are none. */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const LETTERS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['ABCDEFGH', 1],
      ['JKLMN', 1],
      ['P', 7],
      ['R', 9],
      ['STUVWXYZ', 2],
    ] as const
  ).flatMap(([letters, first]) => [...letters].map((letter, i) => [letter, first + i])),
);

/** Whether the ninth character is the check digit of the others. */
export function hasCheckDigit(vin: string): boolean {
  if (vin.length !== LENGTH) return false;
  const sum = [...vin].reduce((total, letter, i) => total + (LETTERS[letter] ?? Number(letter)) * WEIGHTS[i]!, 0);
  const rest = sum % 11;
  return (rest === 10 ? 'X' : String(rest)) === vin[8];
}
