/** As tall as Adyen's card form will be, so that nothing jumps when it comes; `holder`: it asks for the name, too. */
export function DropinSkeleton({ text, holder }: { text: string; holder: boolean }) {
  return (
    <div role="status">
      <span className="sr-only">{text}</span>
      <div aria-hidden="true">
        <Bar className="h-10 w-64 max-w-full sm:h-5" />
        <Field className="mt-4" />
        <Bar className="mt-2 h-4 w-32" />
        <div className="mt-3 grid grid-cols-2 gap-4">
          {['date', 'code'].map((name) => (
            <div key={name}>
              <Field />
              {/* A hint of two lines beside another on phones. */}
              <div className="mt-1 h-10 sm:h-5" />
            </div>
          ))}
        </div>
        {holder && <Field className="mt-4" />}
        <Bar className="mt-4 h-13 rounded-full" />
      </div>
    </div>
  );
}

function Field({ className = '' }: { className?: string }) {
  return (
    <div className={className}>
      <Bar className="h-6 w-28" />
      <Bar className="mt-1 h-12.5" />
    </div>
  );
}

function Bar({ className }: { className: string }) {
  return (
    <div className={`animate-pulse-soft rounded-md bg-sunken motion-reduce:animate-none ${className}`} />
  );
}
