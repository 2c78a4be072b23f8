import { Clock, Download, ExternalLink } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ItemView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Code } from './code';

/** What admits people: documents to open and save, codes to show, or the promise that they come. */
export function Vouchers({ item, locale }: { item: ItemView; locale: Locale }) {
  const t = translator(locale, 'checkout');
  const documents = item.vouchers.filter(({ kind }) => kind === 'pdf' || kind === 'link');
  const codes = item.vouchers.filter(({ kind }) => kind === 'qr' || kind === 'barcode');
  return (
    <div className="space-y-4">
      {documents.length > 0 && (
        <ul className="flex flex-wrap gap-3" data-print="no">
          {documents.map(({ id, kind, label, href }, index) => (
            <li key={id}>
              <Button asChild kind={index === 0 ? 'primary' : 'secondary'}>
                <a href={href} target="_blank" rel="noreferrer">
                  {kind === 'pdf' ? (
                    <Download aria-hidden className="size-5" />
                  ) : (
                    <ExternalLink aria-hidden className="size-5" />
                  )}
                  <span className="supplied">{t('tickets.open_voucher', { label })}</span>
                </a>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {codes.length > 0 && (
        <ul className="flex flex-wrap gap-6">
          {codes.map(({ id, symbology, label, value = '' }) => (
            <li key={id} className="max-w-80 space-y-2">
              {symbology && <Code symbology={symbology} value={value} label={t('tickets.code', { value })} />}
              <p className="supplied text-sm">
                {label}{' '}
                <bdi dir="ltr" className="figures block font-semibold break-all">
                  {value}
                </bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
      {item.voucherToCome && (
        <p className="flex items-start gap-2 font-medium">
          <Clock aria-hidden className="mt-0.5 size-5 shrink-0 text-warning" />
          {t('tickets.toCome')}
        </p>
      )}
    </div>
  );
}
