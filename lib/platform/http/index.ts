export { createHttp, type HttpDeps } from './client';
export type { HttpAnswer, HttpCall, HttpClient, HttpClientOptions } from './types';
