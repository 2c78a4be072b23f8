import { FormSkeleton } from './form-skeleton';
import type { Texts } from './texts';

/** The form's place while it opens, and a word for those who do not see it. */
export function Opening({ text }: { text: string }) {
  return (
    <div role="status">
      <span className="sr-only">{text}</span>
      <FormSkeleton />
    </div>
  );
}

/** Said where a provider's script could not be had, with a way to try again: nothing was charged. */
export function NotLoaded({ texts, retry }: { texts: Texts; retry: () => void }) {
  return (
    <div role="alert" className="space-y-4 rounded-md border-s-4 border-danger bg-danger-soft p-4">
      <p>{texts.notLoaded}</p>
      <button
        type="button"
        onClick={retry}
        className="min-h-12 rounded-full border border-edge bg-raised px-6 font-semibold hover:border-ink"
      >
        {texts.retry}
      </button>
    </div>
  );
}
