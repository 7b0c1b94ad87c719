import { defineErrors } from '../../schema/base';

export const paymentErrors = defineErrors('payments', {
  TRANSFER_NOT_POSSIBLE: {
    kind: 'FINDING',
    en: 'No transfer can be ordered: the contract is {status}.',
    ru: 'Перевод заказать нельзя: договор в состоянии {status}.',
    be: 'Перавод замовіць нельга: дагавор у стане {status}.',
  },
  PAYOUT_DESTINATION_MISSING: {
    kind: 'FINDING',
    en: 'The application does not say where the money goes. Ask the client for the way of payment.',
    ru: 'В заявке не указано, куда перечислить деньги. Запросите у клиента способ получения.',
    be: 'У заяўцы не ўказана, куды пералічыць грошы. Запытайце ў кліента спосаб атрымання.',
  },
});
