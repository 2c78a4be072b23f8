import { cn } from '@/components/ui/cn';
import type { PaymentOptionView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface OptionProps {
  option: PaymentOptionView;
  checked: boolean;
  locale: Locale;
}

/** One way to pay. What cannot be used says why instead of vanishing. */
export function Option({ option, checked, locale }: OptionProps) {
  const t = translator(locale, 'checkout');
  const { id, label, available, reason, instruments } = option;
  return (
    <div
      className={cn(
        'rounded-md border border-edge bg-raised has-[input:checked]:border-accent has-[input:checked]:bg-accent-soft has-[input:checked]:outline-2 has-[input:checked]:outline-accent',
        !available && 'border-line bg-sunken text-muted',
      )}
    >
      <label className="flex min-h-14 items-center gap-3 px-4 py-3">
        <input
          type="radio"
          name="option"
          value={id}
          defaultChecked={checked}
          disabled={!available}
          className="size-5 shrink-0 accent-accent"
        />
        <span>
          <span className="supplied font-semibold">{label}</span>
          {!available && (
            <span className="supplied block text-sm">
              {reason ? t('pay.unavailable', { reason }) : t('pay.unavailableNow')}
            </span>
          )}
        </span>
      </label>
      {available && instruments && instruments.length > 0 && (
        <label className="flex flex-wrap items-center gap-3 px-4 pb-4 text-sm">
          {t('pay.saved')}
          <select name="instrument" className="min-h-11 rounded-md border border-edge bg-raised px-3">
            {instruments.map((instrument) => (
              <option key={instrument.id} value={instrument.id}>
                {instrument.label}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
