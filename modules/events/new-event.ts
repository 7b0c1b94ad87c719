/** A change to tell of. The pipeline adds lender, id, instant, actor and command. */
export interface NewEvent {
  /** A declared event type. */
  readonly type: string;
  /** Version of the payload's shape; 1 unless said. */
  readonly schemaVersion?: number;
  /** What changed; order is kept per subject, whose row the command holds locked until its commit. */
  readonly subject: { readonly type: string; readonly id: string };
  readonly applicationId?: string;
  readonly clientId?: string;
  /** The plugin whose product it concerns; a caller without that plugin in its schema does not see its types. */
  readonly plugin?: string;
  /** Clause that the change rests on. */
  readonly clause?: string;
  /** JSON; ids, states, codes and sums: nothing personal. */
  readonly payload: Readonly<Record<string, unknown>>;
}
