interface PictureProps {
  src?: string;
  /** Empty where the words beside it say the same. */
  alt: string;
  className?: string;
  priority?: boolean;
}

/**
 * A supplier's picture in a box whose size the caller's classes fix. A plain `img`: next/image would write inline
 * styles, which the content security policy refuses, and would fetch suppliers' pictures through our server.
 */
export function Picture({ src, alt, className, priority = false }: PictureProps) {
  if (!src) return <div aria-hidden className={`bg-linear-135 from-house to-curtain ${className ?? ''}`} />;
  return (
    // biome-ignore lint/performance/noImgElement: see above
    <img
      src={src}
      alt={alt}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding="async"
      className={`bg-sunken object-cover ${className ?? ''}`}
    />
  );
}
