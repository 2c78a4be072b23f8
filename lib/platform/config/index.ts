export { PUBLISHED_SECRET } from './cross';
export { type ConfigFault, describeFaults, type Environment } from './fault';
export { maskConfig } from './mask';
export { type Configured, type ParsedConfig, parseConfig } from './parse';
export type { AppConfig, Config, MailConfig } from './types';
