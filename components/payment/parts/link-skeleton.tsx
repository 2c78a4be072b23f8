/** Holds the place of a code and a button beside it while they load. */
export function LinkSkeleton() {
  const bar = 'animate-pulse-soft rounded-md bg-sunken motion-reduce:animate-none';
  return (
    <div className="flex flex-col gap-6 sm:flex-row sm:gap-8" aria-hidden="true">
      <div className={`${bar} order-2 size-52 self-center sm:order-1`} />
      <div className="order-1 flex-1 space-y-5 sm:order-2">
        <div className={`${bar} h-31`} />
        <div className={`${bar} h-13 rounded-full`} />
      </div>
    </div>
  );
}
