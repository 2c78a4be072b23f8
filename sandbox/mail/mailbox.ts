/** A message that the shop sent, as `GET /mail` answers it. */
export interface MailRow {
  readonly id: string;
  readonly messageId: string | null;
  /** When it arrived, ISO 8601 by the sandbox's clock. */
  readonly at: string;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** File names; the contents are not kept. */
  readonly attachments: readonly string[];
}

/** Old messages fall out at the far end: a sandbox may run for weeks. */
const KEPT = 200;

/** What was caught, newest last. */
export class Mailbox {
  private rows: MailRow[] = [];

  add(row: MailRow): void {
    this.rows = [...this.rows, row].slice(-KEPT);
  }

  list(): readonly MailRow[] {
    return this.rows;
  }

  clear(): void {
    this.rows = [];
  }
}
