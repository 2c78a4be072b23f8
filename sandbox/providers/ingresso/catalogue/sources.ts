import type { Source, SourceCode } from './types';

/** The supplier systems. Two share a merchant account, the third has another, the fourth sells in euros. */
export const SOURCES: Readonly<Record<SourceCode, Source>> = {
  ext_test0: {
    code: 'ext_test0',
    desc: 'External Test Backend 0',
    currency: 'gbp',
    debitor: 'ingresso_gbp',
    cancelsSingly: false,
    maxBundleSize: 10,
  },
  ext_test1: {
    code: 'ext_test1',
    desc: 'External Test Backend 1',
    currency: 'gbp',
    debitor: 'ingresso_gbp',
    cancelsSingly: true,
    maxBundleSize: 10,
  },
  ext_test2: {
    code: 'ext_test2',
    desc: 'External Test Backend 2',
    currency: 'gbp',
    debitor: 'ingresso_other',
    cancelsSingly: true,
    maxBundleSize: 10,
  },
  ext_test3: {
    code: 'ext_test3',
    desc: 'External Test Backend 3 (euro)',
    currency: 'eur',
    debitor: 'ingresso_eur',
    cancelsSingly: true,
    maxBundleSize: 10,
  },
};
