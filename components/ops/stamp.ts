/** A moment for the record, in UTC to the second: operators compare it with logs. */
export function stamp(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}
