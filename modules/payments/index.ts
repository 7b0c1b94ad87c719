export {
  type CardCharge,
  type CardForm,
  type CardFormOutcome,
  type CardGateway,
  type CardOutcome,
  type CardRefund,
  cardGatewayPort,
  type TokenisedCard,
} from './card-gateway';
export { type PayoutDestination, payoutDestination } from './extension-points';
export { orderTransfer } from './order-transfer.command';
export { paymentsModule } from './payments.module';
export { type TransferGateway, type TransferOrder, type TransferOutcome, transferGatewayPort } from './ports';
export { type SettleTransfer, settleTransfer } from './settle-transfer.command';
export { TransferDispatcher, type TransferDispatcherOptions } from './transfer-dispatcher';
export { isMoneyOut } from './transfers';
