import { errors } from 'smpp';

/** Why a request to a message centre failed: its own name of the status, or `SMPP_…` where it did not answer. */
export class SmppError extends Error {
  override readonly name = 'SmppError';

  constructor(readonly code: string) {
    super(`The message centre did not take a request: ${code}.`);
  }
}

const NAMES = new Map(Object.entries(errors).map(([name, status]) => [status, name]));

/** SMPP 3.4, 5.1.3. */
export const statusName = (status: number): string => NAMES.get(status) ?? `SMPP_STATUS_${status}`;
