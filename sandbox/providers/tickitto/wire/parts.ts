import type { EventSpec, VenueSpec } from '../catalogue/types';

/** Tickitto's `Venue`. */
export function venueOf(venue: VenueSpec): Record<string, unknown> {
  return {
    id: venue.id,
    latitude: venue.latitude,
    longitude: venue.longitude,
    venue_name: venue.name,
    venue_address: venue.address,
    venue_city: venue.city,
    venue_country: venue.country,
    venue_brand_id: null,
    venue_brand: null,
    seatplan_images: null,
    configuration: null,
  };
}

/** Tickitto's `Image`: the poster in three shapes. */
export function imagesOf(
  event: EventSpec,
  origin: string,
): Record<'desktop' | 'mobile' | 'thumbnail', string> {
  const url = (size: string) => `${origin}/images/${event.id}.svg?size=${size}`;
  return { desktop: url('desktop'), mobile: url('mobile'), thumbnail: url('thumbnail') };
}
