import { defineErrors } from '../../schema/base';

export const httpErrors = defineErrors('gateway', {
  CONTENT_TYPE_UNSUPPORTED: {
    kind: 'ERROR',
    en: 'The body must be JSON: send it with the header "content-type: application/json".',
    ru: 'Тело запроса должно быть в JSON: передайте заголовок «content-type: application/json».',
    be: 'Цела запыту павінна быць у JSON: перадайце загаловак «content-type: application/json».',
  },
  BODY_NOT_JSON: {
    kind: 'ERROR',
    en: 'The body is not a JSON object with a "query": see the GraphQL over HTTP specification.',
    ru: 'Тело запроса не является объектом JSON с полем «query»: см. спецификацию GraphQL over HTTP.',
    be: 'Цела запыту не з’яўляецца аб’ектам JSON з полем «query»: гл. спецыфікацыю GraphQL over HTTP.',
  },
  METHOD_NOT_ALLOWED: {
    kind: 'ERROR',
    en: 'This address answers {allowed} only.',
    ru: 'Этот адрес отвечает только на {allowed}.',
    be: 'Гэты адрас адказвае толькі на {allowed}.',
  },
  NOT_FOUND: {
    kind: 'ERROR',
    en: 'There is nothing at this address: the graph is at /graphql.',
    ru: 'По этому адресу ничего нет: граф находится по адресу /graphql.',
    be: 'Па гэтым адрасе нічога няма: граф знаходзіцца па адрасе /graphql.',
  },
});
