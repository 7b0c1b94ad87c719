import { defineErrors } from '../../schema/base';

/** Codes that the GraphQL libraries give under their own names, and those of the executor itself. */
export const executorErrors = defineErrors('gateway', {
  GRAPHQL_PARSE_FAILED: {
    kind: 'ERROR',
    en: 'The document is not GraphQL: mend the syntax at the place named.',
    ru: 'Документ не является GraphQL: исправьте синтаксис в указанном месте.',
    be: 'Дакумент не з’яўляецца GraphQL: выпраўце сінтаксіс ва ўказаным месцы.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    kind: 'ERROR',
    en: 'The document does not fit the graph of this lender: compare it with the published schema.',
    ru: 'Документ не подходит к графу этого кредитора: сверьте его с опубликованной схемой.',
    be: 'Дакумент не падыходзіць да графа гэтага крэдытора: зверце яго з апублікаванай схемай.',
  },
  BAD_USER_INPUT: {
    kind: 'ERROR',
    en: 'A value has the wrong form: correct it as the message says.',
    ru: 'Значение имеет неверную форму: исправьте его, как сказано в сообщении.',
    be: 'Значэнне мае няправільную форму: выпраўце яго, як сказана ў паведамленні.',
  },
  BAD_REQUEST: {
    kind: 'ERROR',
    en: 'The HTTP request is not a GraphQL request: follow the GraphQL over HTTP specification.',
    ru: 'HTTP-запрос не является запросом GraphQL: следуйте спецификации GraphQL over HTTP.',
    be: 'HTTP-запыт не з’яўляецца запытам GraphQL: прытрымлівайцеся спецыфікацыі GraphQL over HTTP.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    kind: 'ERROR',
    en: 'The document has no operation of that name, or several and none was named: send operationName.',
    ru: 'В документе нет операции с таким именем либо их несколько: передайте operationName.',
    be: 'У дакуменце няма аперацыі з такім імем або іх некалькі: перадайце operationName.',
  },
  SUBSCRIPTION_NEEDS_STREAM: {
    kind: 'ERROR',
    en: 'A subscription needs a stream: open a WebSocket at /graphql or an event stream at /graphql/stream.',
    ru: 'Подписке нужен поток: откройте WebSocket по адресу /graphql или поток событий /graphql/stream.',
    be: 'Падпісцы патрэбны паток: адкрыйце WebSocket па адрасе /graphql або паток падзей /graphql/stream.',
  },
  INTROSPECTION_OFF: {
    kind: 'ERROR',
    en: 'Introspection is off here: use the published schema.',
    ru: 'Интроспекция здесь выключена: используйте опубликованную схему.',
    be: 'Інтраспекцыя тут выключана: выкарыстоўвайце апублікаваную схему.',
  },
  INTERNAL_ERROR: {
    kind: 'ERROR',
    en: 'Something failed on our side; nothing of it is your doing. Repeat the request, and name {requestId} when you report it.',
    ru: 'Сбой на нашей стороне, вы ни при чём. Повторите запрос; сообщая о сбое, назовите {requestId}.',
    be: 'Збой на нашым баку, вы ні пры чым. Паўтарыце запыт; паведамляючы пра збой, назавіце {requestId}.',
  },
});
