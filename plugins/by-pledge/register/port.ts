import { type Adapter, definePort } from '../../../schema/base';
import type { RegisterOperation } from './register-task.entity';

/** What goes into the register of encumbered movable property: its four blocks, by ids and values, no free text. */
export interface RegisterRequest {
  /** Our id; a repeat is the same request. */
  readonly id: string;
  readonly operation: RegisterOperation;
  readonly number: string | null;
  readonly vin: string;
  /** BYN. */
  readonly value: string | null;
  readonly loanNumber: string | null;
}

/** `MANUAL`: a person does it on the register's site and writes down what came of it. */
export type RegisterOutcome = { readonly state: 'DONE'; readonly number: string; readonly at: Date } | { readonly state: 'MANUAL' };

/** The register of encumbered movable property (Реестр). Calls go out of transactions. */
export interface PledgeRegister {
  submit(request: RegisterRequest): Promise<RegisterOutcome>;
}

export const pledgeRegisterPort = definePort<PledgeRegister>('by-pledge.register');

/** The register publishes no interface for programs: every operation waits in the queue for an officer. */
export const manualRegister: Adapter<PledgeRegister> = {
  port: pledgeRegisterPort,
  name: 'register-by-hand',
  simulated: false,
  create: () => ({ submit: async () => ({ state: 'MANUAL' }) }),
};

/** A register that does at once what it is asked. `now`: its clock. */
export const simulatedRegister = (now: () => Date): PledgeRegister => ({
  submit: async ({ id, number }) => ({ state: 'DONE', number: number ?? `R-${id.slice(-12)}`, at: now() }),
});

export const registerSimulator: Adapter<PledgeRegister> = {
  port: pledgeRegisterPort,
  name: 'register-simulator',
  simulated: true,
  create: () => simulatedRegister(() => new Date()),
};
