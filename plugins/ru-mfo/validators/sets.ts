/** Whether any of the codes is among the accepted ones. */
export const someOf = (codes: readonly string[], accepted: readonly string[]): boolean => codes.some((code) => accepted.includes(code));

/** The required codes that are not there. */
export const missingFrom = (codes: readonly string[], required: readonly string[]): readonly string[] =>
  required.filter((code) => !codes.includes(code));
