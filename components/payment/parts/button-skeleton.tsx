/** Holds the place of a form that is a sentence, of two lines on phones, and a button, while it loads. */
export function ButtonSkeleton() {
  const bar = 'animate-pulse-soft rounded-md bg-sunken motion-reduce:animate-none';
  return (
    <div className="space-y-5" aria-hidden="true">
      <div className={`${bar} h-12 sm:h-6`} />
      <div className={`${bar} h-13 rounded-full`} />
    </div>
  );
}
