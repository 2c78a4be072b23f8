import { Outbox, postNotice } from '../../core/outbox';
import type { World } from '../../core/provider';
import { MUSEMENT_WEBHOOK } from '../../core/secrets';
import type { Order, OrderItem } from './order/model';
import { utc } from './time';

interface Notice {
  readonly order: Order;
  readonly item: string;
  readonly body: Readonly<Record<string, string>>;
}

/** Tells the partner of each change of an item, as long as it has said where. */
export class Webhooks {
  readonly outbox: Outbox<Notice, string>;
  private url: string | null;

  constructor(private readonly world: World) {
    this.url = this.ownUrl();
    this.outbox = new Outbox<Notice, string>(world, {
      targets: () => (this.url === null ? [] : [this.url]),
      concerns: ({ order, item }, subject) =>
        [order.uuid, order.cart.uuid, order.partner.id, item].includes(subject),
      post: async ({ body }, url) => {
        const { user, password } = MUSEMENT_WEBHOOK;
        const headers = {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        };
        return (await postNotice(url, headers, JSON.stringify(body))).ok;
      },
    });
  }

  /** Where notices go from now on; null is nowhere. */
  sendTo(url: string | null): void {
    this.url = url;
  }

  /** Whether anybody listens. */
  get configured(): boolean {
    return this.url !== null;
  }

  /** Sends an item as it stands. Ids and versions are text, as in the documentation's sample. */
  tell(order: Order, item: OrderItem): void {
    this.outbox.enqueue({
      order,
      item: item.uuid,
      body: {
        order_id: order.id,
        order_uuid: order.uuid,
        order_created: utc(order.createdMs),
        order_updated: utc(order.updatedMs),
        order_version: String(order.version),
        order_item_uuid: item.uuid,
        order_item_created: utc(item.createdMs),
        order_item_updated: utc(item.updatedMs),
        order_item_version: String(item.version),
        order_item_status: item.status,
      },
    });
  }

  reset(): void {
    this.url = this.ownUrl();
    this.outbox.reset();
  }

  private ownUrl(): string {
    return `${this.world.shopOrigin}${MUSEMENT_WEBHOOK.path}`;
  }
}
