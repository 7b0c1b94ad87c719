import { defineErrors } from '../../schema/base';

export const paymentErrors = defineErrors('payments', {
  TRANSFER_NOT_POSSIBLE: {
    kind: 'FINDING',
    en: 'No transfer can be ordered: the contract is {status}.',
    ru: 'Перевод заказать нельзя: договор в состоянии {status}.',
    be: 'Перавод замовіць нельга: дагавор у стане {status}.',
  },
  TRANSFER_ORDERED_ALREADY: {
    kind: 'FINDING',
    en: 'This money ({purpose}) is ordered already. Wait for the partner’s answer; order again only if the partner refuses.',
    ru: 'Эти деньги ({purpose}) уже заказаны к перечислению. Дождитесь ответа партнёра; повторите, только если он откажет.',
    be: 'Гэтыя грошы ({purpose}) ужо замоўлены да пералічэння. Дачакайцеся адказу партнёра; паўтарыце, толькі калі ён адмовіць.',
  },
  PAYOUT_DESTINATION_MISSING: {
    kind: 'FINDING',
    en: 'The application does not say where the money goes. Ask the client for the way of payment.',
    ru: 'В заявке не указано, куда перечислить деньги. Запросите у клиента способ получения.',
    be: 'У заяўцы не ўказана, куды пералічыць грошы. Запытайце ў кліента спосаб атрымання.',
  },
  PAYMENT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such payment. Check the id.',
    ru: 'Такого платежа нет. Проверьте идентификатор.',
    be: 'Такога плацяжу няма. Праверце ідэнтыфікатар.',
  },
  PAYMENT_ALREADY_REVERSED: {
    kind: 'FINDING',
    en: 'The payment was taken back already. Nothing is left to do.',
    ru: 'Платёж уже отменён. Делать ничего не нужно.',
    be: 'Плацеж ужо адменены. Рабіць нічога не трэба.',
  },
  PAYMENT_REASON_INVALID: {
    kind: 'FINDING',
    en: 'Say why the payment is taken back, in at most {max} characters.',
    ru: 'Укажите причину отмены платежа, не больше {max} знаков.',
    be: 'Укажыце прычыну адмены плацяжу, не больш за {max} знакаў.',
  },
  PAYMENT_EXTERNAL_ID_INVALID: {
    kind: 'FINDING',
    en: 'The external id has 1 to 128 visible ASCII characters and no spaces. Send the id that the payer’s side gave the payment.',
    ru: 'Внешний идентификатор — от 1 до 128 видимых знаков ASCII без пробелов. Передайте номер, присвоенный платежу на стороне плательщика.',
    be: 'Знешні ідэнтыфікатар — ад 1 да 128 бачных знакаў ASCII без прабелаў. Перадайце нумар, нададзены плацяжу на баку плацельшчыка.',
  },
  PAYMENT_EXTERNAL_ID_REUSED: {
    kind: 'FINDING',
    en: 'Another payment was booked with this external id. Send the payment’s own id, or compare it with what is booked.',
    ru: 'С этим внешним идентификатором проведён другой платёж. Передайте идентификатор этого платежа или сверьте его с проведённым.',
    be: 'З гэтым знешнім ідэнтыфікатарам праведзены іншы плацеж. Перадайце ідэнтыфікатар гэтага плацяжу або звярыце яго з праведзеным.',
  },
  PAYMENT_DAY_AMBIGUOUS: {
    kind: 'FINDING',
    en: 'Send either the day or the moment of the payment, not both.',
    ru: 'Укажите либо день, либо момент платежа, но не оба.',
    be: 'Укажыце або дзень, або момант плацяжу, але не абодва.',
  },
  REFUND_UNDER_WAY: {
    kind: 'FINDING',
    en: 'A refund of money that this payment left over is on its way. Wait for the partner’s answer, then take the payment back if it refused.',
    ru: 'Излишек от этого платежа уже возвращается клиенту. Дождитесь ответа партнёра; отмените платёж, если он откажет.',
    be: 'Лішак ад гэтага плацяжу ўжо вяртаецца кліенту. Дачакайцеся адказу партнёра; адмяніце плацеж, калі ён адмовіць.',
  },
  SURPLUS_NONE: {
    kind: 'FINDING',
    en: 'Nothing was paid above the debt, or all of it is on its way back. Nothing is left to refund.',
    ru: 'Переплаты нет, или она вся уже возвращается. Возвращать нечего.',
    be: 'Пераплаты няма, або яна ўся ўжо вяртаецца. Вяртаць няма чаго.',
  },
});
