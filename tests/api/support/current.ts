import type { Foyer } from '@/lib/foyer';

let current: Foyer | null = null;

/** What `@/lib/foyer` is mocked with: `vi.mock('@/lib/foyer', () => import('./support/current'))`. */
export async function getFoyer(): Promise<Foyer> {
  if (!current) throw new Error('No Foyer was set for this test');
  return current;
}

export function setFoyer(foyer: Foyer): void {
  current = foyer;
}
