/** A supplier's sentence without the title that it begins with, for where the title stands above it already. */
export function withoutTitle(text: string, title: string | undefined): string {
  const rest = title !== undefined && text.startsWith(`${title}: `) ? text.slice(title.length + 2) : '';
  return rest === '' ? text : `${rest.charAt(0).toLocaleUpperCase()}${rest.slice(1)}`;
}
