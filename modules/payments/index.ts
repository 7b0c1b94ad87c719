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
export {
  type BookedTransfer,
  type Destination,
  type PaymentFollower,
  type PayoutDestination,
  paymentFollowers,
  payoutDestination,
  type TransferPurpose,
  transferPurposes,
} from './extension-points';
export { destinationOf, type MoneyOrder, orderMoney } from './order-money';
export { orderTransfer } from './order-transfer.command';
export { paymentEvents } from './payment-events';
export { paymentsModule } from './payments.module';
export { type TransferGateway, type TransferOrder, type TransferOutcome, transferGatewayPort } from './ports';
export { type IncomingPayment, type ReceivedPayment, receivePayment } from './receive-payment';
export { REFUND, refundSurplus } from './refund';
export { type RegisterPayment, registerPayment } from './register-payment.command';
export { reversePayment } from './reverse-payment.command';
export { type SettleTransfer, settleTransfer } from './settle-transfer.command';
export { LOAN } from './transfer.entity';
export { TransferDispatcher, type TransferDispatcherOptions } from './transfer-dispatcher';
export { isMoneyOut } from './transfers';
