interface PayButtonProps {
  /** Says what it does: "Pay £62.50". */
  label: string;
  locked: boolean;
  paying: boolean;
  /** Said while it is at work. */
  text: string;
}

/** The one button of a card form, and below it a line of fixed height that says what is going on. */
export function PayButton({ label, locked, paying, text }: PayButtonProps) {
  return (
    <>
      <button
        type="submit"
        aria-disabled={locked}
        aria-busy={paying}
        className="min-h-13 w-full rounded-full bg-accent px-6 py-3 font-semibold text-accent-ink text-lg shadow-card hover:bg-accent-strong aria-disabled:cursor-not-allowed aria-disabled:opacity-70"
      >
        {label}
      </button>
      <p role="status" className="-mb-5 min-h-6 text-center text-muted text-sm">
        {paying ? text : ''}
      </p>
    </>
  );
}

/** What is said in place of the form once there is nothing to pay here any more. */
export function Over({ text }: { text: string }) {
  return (
    <p role="status" className="rounded-md border-s-4 border-edge bg-sunken p-4 font-semibold">
      {text}
    </p>
  );
}
