/** The service of the cabinet. */
export const serviceParameters = {
  /** Uses of one function by one client within the window. */
  'usage.limit': { unit: 'COUNT', stricter: 'LOWER' },
  'usage.window': { unit: 'MINUTES', stricter: 'HIGHER' },
} as const;
