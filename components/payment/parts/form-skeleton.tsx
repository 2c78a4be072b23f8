/** Holds the place of a card form while it loads: as tall as the form, so that nothing jumps. */
export function FormSkeleton() {
  const bar = 'animate-pulse-soft rounded-md bg-sunken motion-reduce:animate-none';
  return (
    <div className="space-y-5" aria-hidden="true">
      {['name', 'number'].map((row) => (
        <div key={row} className="space-y-1.5">
          <div className={`${bar} h-6 w-32`} />
          <div className={`${bar} h-12`} />
        </div>
      ))}
      <div className="grid grid-cols-2 gap-4">
        {['expiry', 'code'].map((row) => (
          <div key={row} className="space-y-1.5">
            <div className={`${bar} h-6 w-24`} />
            <div className={`${bar} h-12`} />
          </div>
        ))}
      </div>
      <div className={`${bar} h-13 rounded-full`} />
    </div>
  );
}
