interface ErrorSummaryProps {
  title: string;
  errors: readonly { readonly id: string; readonly text: string }[];
}

/** What is wrong, at the top, each with a way to the field. Takes focus when the page arrives, without JavaScript too. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  return (
    <section
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: focus belongs on what went wrong with the form just sent.
      autoFocus
      aria-labelledby="error-summary-title"
      className="rounded-md border-2 border-danger bg-danger-soft p-5"
    >
      <div role="alert">
        <h2 id="error-summary-title" className="text-lg font-bold">
          {title}
        </h2>
        <ul className="mt-2 space-y-1">
          {errors.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} className="font-semibold text-danger underline underline-offset-4">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
