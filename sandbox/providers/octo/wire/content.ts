import type { Place, ProductSpec } from '../catalogue/types';

/** What `octo/content` adds to a product. */
export function contentOf(product: ProductSpec, origin: string): Record<string, unknown> {
  const picture = (shape: string) => `${origin}/images/${product.id}.svg?size=${shape}`;
  const { place } = product;
  return {
    title: product.title,
    subtitle: product.subtitle,
    tagline: null,
    shortDescription: product.summary,
    description: product.story.join('\n\n'),
    country: place.countryCode,
    location: place.city,
    address: place.address,
    latitude: place.latitude,
    longitude: place.longitude,
    googlePlaceId: null,
    destination: destination(place),
    categories: product.categories.map((name, index) => category(name, index === 0)),
    highlights: product.highlights,
    inclusions: product.inclusions,
    exclusions: product.exclusions,
    bookingTerms: product.terms,
    privacyTerms: null,
    redemptionInstructions: product.redemption,
    cancellationPolicy: policy(product),
    alert: null,
    pointToPoint: false,
    faqs: product.faqs,
    keywords: product.categories,
    coverImageUrl: picture('cover'),
    bannerImageUrl: picture('banner'),
    videoUrl: null,
    galleryImages: ['cover', 'square'].map((shape) => ({
      url: picture(shape),
      title: product.title,
      caption: product.highlights[0] ?? null,
    })),
    bannerImages: [{ url: picture('banner'), title: product.title, caption: null }],
  };
}

function policy(product: ProductSpec): string {
  const { cancellation } = product.options[0];
  if (cancellation === null) return 'Tickets cannot be cancelled.';
  const { amount, unit } = cancellation;
  if (amount === 0) return 'Cancel at any time before the first use for a full refund.';
  return `Cancel up to ${amount} ${unit}${amount === 1 ? '' : 's'} before the start for a full refund.`;
}

function destination(place: Place): Record<string, unknown> {
  return {
    id: place.id,
    default: true,
    name: place.name,
    title: place.city,
    shortDescription: null,
    featured: false,
    country: place.countryCode,
    contact: { website: null, email: null, telephone: null, address: place.address },
    address: place.address,
    latitude: place.latitude,
    longitude: place.longitude,
    googlePlaceId: null,
    coverImageUrl: null,
    bannerImageUrl: null,
    videoUrl: null,
    categories: [],
    tags: [],
    notices: [],
  };
}

function category(name: string, first: boolean): Record<string, unknown> {
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id,
    default: first,
    name,
    title: name,
    tags: [],
    shortDescription: null,
    coverImageUrl: null,
    bannerImageUrl: null,
  };
}
