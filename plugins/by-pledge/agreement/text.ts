/** A sum with a decimal comma and thousands apart. */
export const byn = (amount: string): string => {
  const [whole, part] = amount.split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ' ')},${part} BYN`;
};

/** A day as DD.MM.YYYY. */
export const ruDate = (iso: string): string => iso.split('-').reverse().join('.');
