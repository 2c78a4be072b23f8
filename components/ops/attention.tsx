import { Badge } from '@/components/ui/badge';
import type { OpsRow } from '@/lib/api/page-types';
import { type Locale, messages } from '@/lib/i18n/messages';

/** Why a person is needed. A code without a name is shown as it is rather than hidden. */
export function Attention({ attention, locale }: { attention: OpsRow['attention']; locale: Locale }) {
  if (!attention) return null;
  const names: Readonly<Record<string, string>> = messages[locale].ops.attention;
  return <Badge tone="danger">{names[attention.code] ?? attention.code}</Badge>;
}
