export { createHttp, type HttpDeps } from './client';
export { fetchPdf } from './pdf';
export type { HttpAnswer, HttpCall, HttpClient, HttpClientOptions } from './types';
