/** Digits of a text that holds nothing but digits; `null` otherwise. */
export function digits(text: string, length: number): number[] | null {
  return text.length === length && /^\d+$/.test(text) ? [...text].map(Number) : null;
}

/** Sum of the products of digits and weights, weights in order from the first digit. */
export function weighted(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
}
