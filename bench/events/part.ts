/** What all parts of the measurement of events are given. */
export interface PartOptions {
  /** Live subscribers of the fan-out, one socket each. */
  readonly subscribers: number;
  /** Events that each of them is told of. */
  readonly events: number;
  tell(line: string): void;
}

/** One question that is measured; its report is JSON. */
export interface Part<Report = unknown> {
  readonly name: string;
  run(options: PartOptions): Promise<Report>;
  /** The report as a person reads it. */
  printed(report: Report): string;
}

/** Declares a part; the list of them does not know their reports. */
export const part = <Report>(definition: Part<Report>): Part => definition as Part;
