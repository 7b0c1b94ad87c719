export { buildReceipt, factDigest, type KeyedDigest, type ReceiptInput } from './build-receipt';
export {
  type EngineVersions,
  type Json,
  RECEIPT_SCHEMA,
  type Receipt,
  type ReceiptFact,
  type ReceiptHash,
  type SealedAnswer,
} from './receipt';
export { hashReceipt } from './receipt-hash';
export { type ReceiptCheck, type ReceiptEvidence, verifyReceipt } from './verify-receipt';
