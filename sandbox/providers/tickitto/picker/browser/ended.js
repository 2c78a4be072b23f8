import { post, reportHeight } from './bridge.js';

post('INITIALIZED');
reportHeight();
post('SESSION_EXPIRED');
