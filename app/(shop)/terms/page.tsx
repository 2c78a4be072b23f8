import type { Metadata } from 'next';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'common')('terms.title') };
}

/** How buying works here. A partner puts the terms of their own contract in its place. */
export default async function Page() {
  const t = translator(await requestLocale(), 'common');
  const parts = [
    { title: t('terms.holdTitle'), text: t('terms.hold') },
    { title: t('terms.payTitle'), text: t('terms.pay') },
    { title: t('terms.afterTitle'), text: t('terms.after') },
  ];
  return (
    <main id="content" className="mx-auto w-full max-w-2xl flex-1 space-y-8 px-5 py-10 sm:px-8 sm:py-14">
      <h1 className="text-title">{t('terms.title')}</h1>
      <p className="text-lg text-muted">{t('terms.lead')}</p>
      {parts.map(({ title, text }) => (
        <section key={title} className="space-y-2">
          <h2 className="text-xl">{title}</h2>
          <p className="leading-relaxed">{text}</p>
        </section>
      ))}
    </main>
  );
}
