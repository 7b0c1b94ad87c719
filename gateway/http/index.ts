export { httpErrors } from './http.errors';
export { createHttpServer, type HttpGateway, type HttpServerOptions, type Route } from './http-server';
export { factsOfHeaders, negotiateLocale, type RequestFacts } from './request-facts';
export { Admission, type AdmissionParts, isAdmitted } from './transport';
