/** The whole configuration, read once at boot and never changed after. */
export interface Config {
  readonly app: AppConfig;
  readonly mail: MailConfig;
  /** Ids of the collectors that are switched on. */
  readonly collectors: readonly string[];
  /** Where a customer may be sent to: exact origins or `https://*.suffix`. */
  readonly allowedRedirects: readonly string[];
  /** Control origin of a sandbox; only turns the QA page on. */
  readonly sandboxControlUrl: string | null;
  /** What each module's schema made of the environment, by module id; null: switched off. */
  readonly modules: ReadonlyMap<string, unknown>;
}

export interface AppConfig {
  /** Origin that customers see, no trailing slash. The only source of absolute URLs: request hosts are not trusted. */
  readonly publicUrl: string;
  readonly port: number;
  /** All signing keys are derived from it, one for each purpose. */
  readonly secret: string;
  /** `file:path` or `postgres://…`. */
  readonly databaseUrl: string;
  /** Proxies of the operator's own in front of the shop. */
  readonly trustedHops: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Opens the operators' pages and calls; null: they answer 404. */
  readonly opsKey: string | null;
  /** Days after its end at which a checkout loses its personal data; null: never. */
  readonly retentionDays: number | null;
  readonly partners: readonly { readonly name: string; readonly key: string }[];
  readonly defaultLocale: string;
  readonly shopName: string;
  readonly supportEmail: string | null;
}

/** Both null: nothing is sent and the outbox fills. */
export interface MailConfig {
  readonly smtpUrl: string | null;
  readonly from: string | null;
}
