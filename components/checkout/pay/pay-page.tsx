import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { PayPage as Answer } from '@/lib/api/page-types';
import { type Locale, messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { dueText } from '../amounts';
import { HoldClock } from '../hold-clock';
import { ReloadUnlessLive } from '../reload-unless-live';
import { Summary } from '../summary';
import { Awaited } from './awaited';
import { PaymentStage } from './payment-stage';

interface PayPageProps {
  page: Extract<Answer, { kind: 'pay' }>;
  locale: Locale;
  /** Of this document's policy. */
  nonce?: string;
}

/** A document of its own for paying: the amount, the time left, the method's own form, the order beside it. */
export function PayPage({ page, locale, nonce }: PayPageProps) {
  const t = translator(locale, 'pay');
  const { checkout, attempt, step, csp, settings, elsewhere } = page;
  const order = `/checkout/${checkout.id}`;
  const amount = dueText(checkout.totals, locale);
  const label = checkout.paymentOptions.find(({ id }) => id === checkout.attempt?.option)?.label;
  const words = {
    sent: t('sent'),
    failed: t('failed'),
    lost: t('lost'),
    toOrder: t('toOrder'),
    failures: messages[locale].failures,
  };
  return (
    <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-5 py-8 sm:px-8 sm:py-12">
      {elsewhere && <ReloadUnlessLive seconds={10} nonce={nonce} />}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <div className="min-w-0 space-y-6">
          <p>
            <a href={order} className="font-semibold underline underline-offset-4">
              {t('back')}
            </a>
          </p>
          <div className="space-y-2">
            <h1 className="text-title">{amount ? t('title', { amount }) : t('titlePlain')}</h1>
            {label && <p className="supplied text-lg text-muted">{label}</p>}
          </div>
          <HoldClock view={checkout} locale={locale} still />
          {!elsewhere && (
            <noscript>
              <Alert tone="warning" title={t('noscript')} className="mb-6">
                <a href={order} className="underline underline-offset-4">
                  {t('noscriptBack')}
                </a>
              </Alert>
            </noscript>
          )}
          {csp === null ? (
            <Alert tone="danger">{t('unknownMethod')}</Alert>
          ) : (
            <Card>
              <PaymentStage
                checkout={checkout.id}
                attempt={attempt}
                method={step.method}
                step={{ id: step.id, params: step.params, resume: step.resume }}
                declined={checkout.attempt?.lastDecline}
                settings={settings}
                order={order}
                serverNow={checkout.serverNow}
                expiresAt={checkout.expiresAt}
                locale={locale}
                payLabel={amount ? t('title', { amount }) : t('titlePlain')}
                texts={textsOf(step.method, locale)}
                words={words}
              />
              {elsewhere && <Awaited view={checkout} locale={locale} />}
            </Card>
          )}
          <p className="text-sm text-muted">{t(elsewhere ? 'elsewhere.secure' : 'secure')}</p>
        </div>
        <aside className="lg:sticky lg:top-6 lg:self-start">
          <Summary view={checkout} locale={locale} />
        </aside>
      </div>
    </main>
  );
}

/** What a method's component says, in the customer's language: what all forms share, its provider's, and its own. */
function textsOf(method: string, locale: Locale): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = messages[locale].methods;
  const [provider = ''] = method.split('-');
  return { ...all.every, ...all[provider], ...all[method] };
}
