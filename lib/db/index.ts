import 'server-only';

export { openStore, type Store } from './open-store';
