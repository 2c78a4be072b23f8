import 'server-only';
import { getFoyer } from '@/lib/foyer';

/** The name customers know the shop by, from `SHOP_NAME`. */
export async function shopName(): Promise<string> {
  return (await getFoyer()).config.app.shopName;
}
