import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { returnForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

type Props = PageProps<'/return/[token]/status'>;

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a token: it is in no index and in no Referer.
  const title = translator(await requestLocale(), 'problems')('return.title');
  return { title, robots: 'noindex', referrer: 'same-origin' };
}

/** Where a payment came back into a browser that may not see the order: how it stands, and nothing about who bought what. */
export default async function Page({ params }: Props) {
  const { token } = await params;
  // A provider's fixed address makes a token with characters that are encoded in a path.
  const found = await returnForPage(decodeURIComponent(token));
  if (!found) notFound();
  if (found.kind === 'mine') redirect(found.href);
  const { reference, ticketCount, message, retryAfterMs } = found.status;
  const t = translator(await requestLocale(), 'problems');
  return (
    <main id="content" className="mx-auto w-full max-w-xl flex-1 space-y-6 px-5 py-10 sm:px-8 sm:py-14">
      {retryAfterMs !== undefined && <meta httpEquiv="refresh" content="5" />}
      <h1 className="text-title">{t('return.title')}</h1>
      <Alert>{message.text}</Alert>
      <p className="text-muted">{t('return.summary', { count: ticketCount, reference })}</p>
      <p>{t('return.other')}</p>
      <a href="/lookup" className="inline-block font-semibold underline underline-offset-4">
        {t('return.lookup')}
      </a>
    </main>
  );
}
