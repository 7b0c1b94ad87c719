import type { PDU } from 'smpp';

/** SMPP 3.4, 5.2.28 and appendix B: names of the final states of a message; the rest are on the way. */
const FINAL: Readonly<Record<string, string | null>> = {
  DELIVRD: null,
  EXPIRED: 'SMS_EXPIRED',
  DELETED: 'SMS_DELETED',
  UNDELIV: 'SMS_UNDELIVERABLE',
  REJECTD: 'SMS_REJECTED',
};
const NAME_OF_STATE: Readonly<Record<number, string>> = { 2: 'DELIVRD', 3: 'EXPIRED', 4: 'DELETED', 5: 'UNDELIV', 8: 'REJECTD' };
const TYPE_BITS = 0x3c;
const RECEIPT = 0x04;

/** What a receipt tells of one short message. */
export interface PartReceipt {
  readonly messageId: string;
  /** Null: it arrived. */
  readonly failure: string | null;
}

/** Reads a delivery receipt; null for other deliveries and for states that are not final. */
export function readReceipt(pdu: PDU): PartReceipt | null {
  if (((pdu.esm_class ?? 0) & TYPE_BITS) !== RECEIPT) return null;
  const text = String(pdu.short_message?.message ?? '');
  const messageId = pdu.receipted_message_id ?? /\bid:(\S+)/i.exec(text)?.[1];
  const state = NAME_OF_STATE[pdu.message_state ?? -1] ?? /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase();
  const failure = FINAL[state ?? ''];
  return messageId === undefined || failure === undefined ? null : { messageId, failure };
}

/** What became of a text. */
export interface Fate {
  readonly id: string;
  readonly failure: string | null;
}

/** Receipts that came before we knew of their messages; they are few, and a stranger's are let go. */
const EARLY = 1_000;

/** Short messages whose receipts are awaited, by the operator's ids. */
export class AwaitedReceipts {
  private readonly awaited = new Map<string, { readonly id: string; readonly parts: Set<string> }>();
  private readonly early = new Map<string, PartReceipt>();

  constructor(private readonly limit: number) {}

  /**
   * @param messageIds of all parts of one text
   * @returns the text's fate where its receipts were faster than the answers
   */
  add(id: string, messageIds: readonly string[]): Fate | null {
    const parts = new Set(messageIds);
    for (const messageId of messageIds) this.awaited.set(messageId, { id, parts });
    shorten(this.awaited, this.limit);
    let fate: Fate | null = null;
    for (const messageId of messageIds) {
      const receipt = this.early.get(messageId);
      this.early.delete(messageId);
      if (receipt) fate ??= this.take(receipt);
    }
    return fate;
  }

  /** The text's fate once it is known: at the first part that failed, or when the last arrived; null until then. */
  take(receipt: PartReceipt): Fate | null {
    const { messageId, failure } = receipt;
    const found = this.awaited.get(messageId);
    if (!found) {
      this.early.set(messageId, receipt);
      shorten(this.early, EARLY);
      return null;
    }
    const { id, parts } = found;
    this.awaited.delete(messageId);
    parts.delete(messageId);
    if (failure) {
      for (const other of parts) this.awaited.delete(other);
      return { id, failure };
    }
    return parts.size === 0 ? { id, failure: null } : null;
  }
}

/** Forgets the oldest. */
function shorten(map: Map<string, unknown>, limit: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= limit) return;
    map.delete(oldest);
  }
}
